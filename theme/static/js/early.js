/** Before the first paint, so no module: the reader's own choice of theme and marks, as kept. */
{
  /** @param {string} key */
  const kept = (key) => {
    try {
      return localStorage.getItem(key) || "";
    } catch {
      return ""; // storage is refused: nothing is kept, everything works
    }
  };
  const root = document.documentElement;
  const theme = kept("gloss-theme");
  if (theme === "light" || theme === "dark") root.dataset.theme = theme;
  root.dataset.off = kept("gloss-off");
  root.toggleAttribute("data-says", kept("gloss-says") === "on");
  // The results page: with a query its room is kept from the first paint on, so that nothing moves.
  if (location.search.length > 1) root.toggleAttribute("data-searching", true);
}
