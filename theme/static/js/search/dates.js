// Dates for readers: what is whole is said in words, what is not stays as the digest has it (EDTF).

import { el } from "./elements.js";

/** @type {[RegExp, Intl.DateTimeFormatOptions][]} */
const FORMS = [
  [/^(\d{4})-(\d\d)-(\d\d)T\d\d:\d\d/, { dateStyle: "long", timeStyle: "short" }],
  [/^(\d{4})-(\d\d)-(\d\d)$/, { dateStyle: "long" }],
  [/^(\d{4})-(\d\d)$/, { year: "numeric", month: "long" }],
  [/^XXXX-(\d\d)-(\d\d)$/, { month: "long", day: "numeric" }],
];

/**
 * @param {string} edtf
 * @returns {string} in the page's language
 */
export function dateInWords(edtf) {
  const [form, options] = FORMS.find(([pattern]) => pattern.test(edtf)) ?? [];
  if (!form) return edtf;
  // 29 February needs a leap year; the year itself is not shown where it is not known.
  // An hour is shown as the story has it, whatever its zone.
  const [date, hour = "00:00"] = edtf.replace("XXXX", "2000").slice(0, 16).split("T");
  const whole = date.padEnd(10, "-01");
  const day = new Date(`${whole}T${hour}:00Z`);
  if (Number.isNaN(day.getTime()) || !day.toISOString().startsWith(whole)) return edtf;
  return new Intl.DateTimeFormat(document.documentElement.lang || "en", { ...options, timeZone: "UTC" }).format(day);
}

/** @param {string} edtf */
export function timeElement(edtf) {
  return el("time", /^\d{4}(-\d\d){0,2}(T\d\d:\d\d.*)?$/.test(edtf) ? { datetime: edtf } : {}, dateInWords(edtf));
}
