import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser, ...globals.worker } },
    rules: { complexity: ["error", 12], eqeqeq: "error", "no-var": "error", "prefer-const": "error" },
  },
  { files: ["**/early.js"], languageOptions: { sourceType: "script" } },
  { files: ["tests/**"], languageOptions: { globals: { ...globals.node, ...globals.browser } } },
];
