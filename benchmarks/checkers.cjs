// Times other checkers on the same pages, for checkers.py: node checkers.cjs ROUNDS FILE...
// Prints seconds of processor for all files, the best round, by name of the checker.
const fs = require("fs");
const [rounds, ...files] = process.argv.slice(2);
const texts = files.map((file) => fs.readFileSync(file, "utf8"));

async function best(check) {
  let least = Infinity;
  for (let round = 0; round < Number(rounds); round++) {
    const start = process.cpuUsage();
    for (const text of texts) await check(text);
    const { user, system } = process.cpuUsage(start);
    least = Math.min(least, (user + system) / 1e6);
  }
  return least;
}

function htmlValidate() {
  const { HtmlValidate } = require("html-validate");
  const engine = new HtmlValidate({
    extends: ["html-validate:recommended", "html-validate:a11y"],
  });
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

(async () => {
  const found = {};
  for (const [name, make] of [["html-validate", htmlValidate], ["axe-core in jsdom", axeInJsdom]]) {
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
