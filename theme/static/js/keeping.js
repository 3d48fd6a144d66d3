/** Keep a choice of the reader's in this browser, where it lets us. @param {string} key @param {string} value */
export function keep(key, value) {
  try {
    if (value) localStorage.setItem(key, value);
    else localStorage.removeItem(key);
  } catch {
    // Storage is refused: the choice holds for this page.
  }
}

/** Return what was kept, or an empty text. @param {string} key */
export function kept(key) {
  try {
    return localStorage.getItem(key) || "";
  } catch {
    return "";
  }
}
