// Checks pages with another checker, for checkers.py: node checkers.cjs NAME FILE...
// For each line that comes in it checks all files once and prints the seconds of processor.
const fs = require("fs");
const readline = require("readline");
const [name, ...files] = process.argv.slice(2);
const texts = files.map((file) => fs.readFileSync(file, "utf8"));

function htmlValidate(...sets) {
  const { HtmlValidate } = require("html-validate");
  const engine = new HtmlValidate({ extends: sets.map((name) => `html-validate:${name}`) });
  return (text) => engine.validateString(text);
}

function axeInJsdom() {
  const { JSDOM, VirtualConsole } = require("jsdom");
  const axe = require("axe-core");
  return async (text) => {
    const dom = new JSDOM(text, { runScripts: "outside-only", virtualConsole: new VirtualConsole() });
    dom.window.eval(axe.source);
    await dom.window.axe.run({ rules: { "color-contrast": { enabled: false } } });
    dom.window.close();
  };
}

const CHECKERS = {
  "html-validate": () => htmlValidate("recommended", "a11y"),
  "its a11y rules alone": () => htmlValidate("a11y"),
  "axe-core in jsdom": axeInJsdom,
};

(async () => {
  const check = CHECKERS[name]();
  for await (const _ of readline.createInterface({ input: process.stdin })) {
    const start = process.cpuUsage();
    for (const text of texts) await check(text);
    const { user, system } = process.cpuUsage(start);
    console.log((user + system) / 1e6);
  }
})();
