// The button on a name's page that follows it; the front page shows what is followed.
import { follows, keepFollows, storiesOn } from "./follows.js";

const button = document.querySelector("button.follow");

if (button instanceof HTMLElement) {
  const { url = "", kind = "", following = "" } = button.dataset;
  const [name, follow] = [document.querySelector("h1")?.textContent ?? "", button.textContent ?? ""];
  const seen = storiesOn(document, location.href).map((story) => story.url);
  const others = () => follows().filter((each) => each.url !== url);
  const isFollowed = () => follows().some((each) => each.url === url);
  const show = () => {
    button.setAttribute("aria-pressed", String(isFollowed()));
    button.textContent = isFollowed() ? following : follow;
  };
  button.addEventListener("click", () => {
    keepFollows(isFollowed() ? others() : [...others(), { url, name, kind, seen }]);
    show();
  });
  // Whoever looks at the page has seen what is on it.
  if (isFollowed()) keepFollows(follows().map((each) => (each.url === url ? { ...each, seen } : each)));
  show();
}
