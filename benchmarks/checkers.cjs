// Times other checkers on the same pages, for checkers.py: node checkers.cjs ROUNDS FILE...
// Prints seconds of processor for all files, the best round, by name of the checker.
const fs = require("fs");
const [rounds, ...files] = process.argv.slice(2);
const texts = files.map((file) => fs.readFileSync(file, "utf8"));

const MINUTE = 60_000;

// The compiler of Node needs some rounds to make the most of a checker; a slow one gets a minute.
async function best(check) {
  let least = Infinity;
  const begun = Date.now();
  for (let round = 0; round < Number(rounds) && Date.now() - begun < MINUTE; round++) {
    const start = process.cpuUsage();
    for (const text of texts) await check(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

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

const CHECKERS = [
  ["html-validate", () => htmlValidate("recommended", "a11y")],
  ["its a11y rules alone", () => htmlValidate("a11y")],
  ["axe-core in jsdom", axeInJsdom],
];

(async () => {
  const found = {};
  for (const [name, make] of CHECKERS) {
    let check;
    try {
      check = make();
    } catch (error) {
      if (error.code !== "MODULE_NOT_FOUND") throw error;
      process.stderr.write(`  ${name.padEnd(22)} not measured: not installed\n`);
      continue;
    }
    found[name] = await best(check);
  }
  console.log(JSON.stringify(found));
})();
