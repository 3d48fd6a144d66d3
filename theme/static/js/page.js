/** What a page does beyond being read. Everything works without it but what is listed here. */
import { watchReading, watchSources } from "./reading.js";
import { watchNames } from "./cards.js";
import { offerCopies } from "./copying.js";

watchReading();
watchSources();
watchNames();
offerCopies();
