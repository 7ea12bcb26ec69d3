// Looks in the index that search-index.js brings. Knows nothing of the page it runs in.
//
// Words are weighed by how rare they are and where they stand (title and other names, headings, steps,
// text), after S. Robertson and H. Zaragoza, "The Probabilistic Relevance Framework: BM25 and Beyond"
// (2009), 3.6: the fields' counts are weighted and summed before they are saturated (BM25F). To that
// come two things that short queries need: how much of the query a single name has, where half of it
// is worth less than half, and how much of it stands in one place of a page. A term of the glossary
// that is the whole query has its meaning shown.
{
  const FIELD = { t: 1.2, a: 1.3, h: 0.72, g: 0.72, s: 0.25 };
  const NAMED = 2.2, SAID = 0.32, SATURATION = 1.2, LENGTH = 0.3;
  const BEST_NAME = 3.2, BEST_PLACE = 0.35, SHARE = 1.5, WHOLE = 0.7, ASKED = 1.4;
  const SMALL = 0.4, SAME = 0.6, COMMON = 0.5, BEGUN = 0.7, NEAR = [0, 0.8, 0.6], RELATED = 0.5;
  const ENOUGH = 0.35, FIRST = 3, PLACE = 0.3, OTHER_NAME = 0.75, ALIKE = 0.35;
  const KIND = { Pathway: 0.06, Glossary: -0.04 };

  let known;

  // Numbers packed as steps in base 26, a capital ending each (see hooks/handrail/search/index.py).
  const unpack = (text) => {
    const numbers = [];
    let step = 0, before = 0;
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i);
      if (code > 96) step = step * 26 + code - 97;
      else {
        before += step * 26 + code - 65;
        numbers.push(before);
        step = 0;
      }
    }
    return numbers;
  };

  const rules = (pairs) => pairs.map(([from, to]) => [new RegExp(from, "g"), to]);

  // Makes the index ready, once.
  const prepare = (data) => {
    const places = [];
    data.units.forEach((text, page) => {
      places.push({ page, id: "", heading: "" });
      for (const line of text ? text.split("\n") : []) {
        const [id, heading] = line.split("\t");
        places.push({ page, id, heading });
      }
    });
    const terms = data.terms.split(" ");
    const index = {
      places, terms, data,
      normal: rules(data.rules.normal), stem: rules(data.rules.stem), term: new RegExp(data.rules.term, "g"),
      number: new Map(terms.map((term, number) => [term, number])),
      small: new Set(data.small.split(" ")),
      same: new Map(Object.entries(data.same)), short: new Map(Object.entries(data.short)),
      named: data.named.split(" ").map(unpack),
      said: data.said.split(" ").map((text) => (text.startsWith("*") ? [] : unpack(text))),
      owners: unpack(data.owners),
      size: new Float64Array(data.pages.length),
      rarity: new Float64Array(terms.length),
    };
    const common = data.said.split(" ").map((text) => (text.startsWith("*") ? unpack(text.slice(1))[0] : 0));
    const seen = new Int32Array(data.pages.length).fill(-1);
    terms.forEach((term, number) => {
      let pages = common[number];
      const note = (place) => {
        const page = places[place].page;
        if (seen[page] !== number && !common[number]) { seen[page] = number; pages++; }
      };
      for (const place of index.said[number]) { note(place); index.size[places[place].page]++; }
      for (const name of index.named[number]) note(index.owners[name]);
      const all = data.pages.length;
      index.rarity[number] = Math.log(1 + (all - pages + 0.5) / (pages + 0.5)) * (index.small.has(term) ? SMALL : 1);
    });
    // What people say is as common as what they mean by it: "mum" counts no more than "parent".
    for (const [word, meant] of Object.entries(data.same)) {
      const number = index.number.get(word);
      const others = meant.split(" ").map((other) => index.rarity[index.number.get(other)] ?? 0);
      if (number !== undefined)
        index.rarity[number] = Math.min(index.rarity[number], COMMON + Math.min(...others));
    }
    index.usual = index.size.reduce((sum, size) => sum + size, 0) / data.pages.length;
    index.weight = new Float64Array(index.owners.length);
    index.named.forEach((names, number) => {
      for (const name of names) index.weight[name] += index.rarity[number];
    });
    return index;
  };

  const normal = (text) => {
    const plain = text.normalize("NFKD").toLowerCase().replace(/[\u0300-\u036f]/g, "");
    return known.normal.reduce((words, [from, to]) => words.replace(from, to), plain);
  };

  // Remembers what is made of each word.
  const once = (make) => {
    const made = new Map();
    return (word) => {
      if (!made.has(word)) made.set(word, make(word));
      return made.get(word);
    };
  };

  const stem = once((word) =>
    word.length < 4 || /\d/.test(word) ? word : known.stem.reduce((left, [from, to]) => left.replace(from, to), word));

  // The letters that a word has, as bits of a number.
  const mask = (word) => {
    let bits = 0;
    for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
    return bits;
  };
  const count = (bits) => {
    let number = 0;
    for (; bits; bits &= bits - 1) number++;
    return number;
  };

  const rows = [[], [], []]; // Of the table below, made once: it is asked for thousands of times a key.

  // How many letters have to be put in, left out, changed or swapped; `most` + 1 where it is more.
  // F. Damerau, "A technique for computer detection and correction of spelling errors" (1964).
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let [older, old, row] = rows;
    for (let j = 0; j <= other.length; j++) old[j] = j;
    for (let i = 1; i <= one.length; i++) {
      let least = (row[0] = i);
      for (let j = 1; j <= other.length; j++) {
        const same = one[i - 1] === other[j - 1];
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1])
          row[j] = Math.min(row[j], older[j - 2] + 1);
        least = Math.min(least, row[j]);
      }
      if (least > most) return most + 1;
      [older, old, row] = [old, row, older];
    }
    return old[other.length];
  };

  const shared = (one, other) => {
    let i = 0;
    while (i < one.length && one[i] === other[i]) i++;
    return i;
  };

  // Terms of the index that a word of the query may mean: number of the term -> how surely.
  const meanings = (word, isLast) => {
    const found = new Map();
    const add = (number, surely) => {
      if (number !== undefined && surely > (found.get(number) ?? 0)) found.set(number, surely);
    };
    const mean = (root, surely) => {
      add(known.number.get(root), surely);
      for (const other of known.same.get(root)?.split(" ") ?? []) add(known.number.get(other), SAME * surely);
    };
    const root = stem(word), exact = known.number.get(root);
    mean(root, 1);
    if (/^\d\d$/.test(word)) for (const century of ["19", "20"]) add(known.number.get(century + word), SAME);
    if (word.length < 3 || /^\d+$/.test(word)) return found;
    if (isLast || found.size === 0)
      for (const { spelling, term } of begunBy(word))
        add(known.number.get(term), (exact === undefined ? BEGUN : BEGUN / 2) * Math.sqrt(word.length / spelling.length));
    if (found.size === 0 && !/\d/.test(word) && !known.small.has(root)) near(word, root, mean);
    return found;
  };

  const begunBy = (word) => spellings().filter(({ spelling }) => spelling.startsWith(word));
  const isBegun = (word) => word.length > 2 && begunBy(word).some(({ term }) => known.number.has(term));

  // What a slip may be meant for: terms, and words as people write them.
  const spellings = () =>
    (known.spellings ??= [
      ...[...known.terms, ...known.same.keys()].map((term) => [term, term]),
      ...[...everyWord()].map((word) => [word, stem(word)]).filter(([word, term]) => word !== term),
    ].map(([spelling, term]) => ({ spelling, term, letters: mask(spelling) })));

  // Words that are spelled nearly alike, and, failing those, words that begin alike. A slip in an
  // ending shows in the word as it is written, and not in its stem.
  const near = (word, root, mean) => {
    const [ofWord, ofRoot] = [mask(word), mask(root)];
    let least = Infinity, alike = [];
    for (const { spelling, term, letters } of spellings()) {
      const [typed, own] = spelling === term ? [root, ofRoot] : [word, ofWord];
      const slips = typed.length < 4 || spelling.length < 3 ? 0 : Math.max(typed.length, spelling.length) < 7 ? 1 : 2;
      const most = Math.min(slips, least);
      // A slip changes two kinds of letters at most: this tells most words at a glance.
      if (!slips || count(own ^ letters) > 2 * most) continue;
      const far = distance(typed, spelling, most);
      if (far > most) continue;
      least = far;
      alike.push([term, NEAR[far] * (typed[0] === spelling[0] ? 1 : 0.7), far]);
    }
    // Of words as near as each other, none weighs more than the one most written: a slip is seldom rare.
    const rarity = (term) => known.rarity[known.number.get(term)] ?? Infinity;
    const nearest = alike.filter(([, , far]) => far === least);
    const usual = Math.min(...nearest.map(([term]) => rarity(term)));
    for (const [term, surely] of nearest) mean(term, rarity(term) > usual ? (surely * usual) / rarity(term) : surely);
    if (alike.length) return;
    for (const term of known.terms) {
      const together = shared(root, term);
      if (together >= 5 && together >= 0.65 * Math.max(root.length, term.length)) mean(term, RELATED);
    }
  };

  // "What is an AMHP" and "what does AMHP mean" ask for the word alone, and for its meaning.
  const MEANING = /^ *(?:what(?:s| is| are| does)?|meaning of|define)(?: an?| the)? +(.+?)(?: +(?:mean|means|stand for|stands for))?[ ?]*$/;

  // "IROs" are more than one IRO; stems leave words of so few letters as they are.
  const one = (word) => {
    const single = word.slice(0, -1);
    if (!/^(?:[a-z]{2,4}|s\d+)s$/.test(word) || isKnown(word) || known.short.has(word) || isBegun(word)) return word;
    return isKnown(single) || known.short.has(single) || spellOut(single) ? single : word;
  };

  const isKnown = (word) => known.number.has(stem(word)) || known.same.has(stem(word));

  // The words of a query, each with what it may mean. Words written apart are tried as one, and
  // one word as two.
  const parse = (query) => {
    const words = inFull((normal(query).match(known.term) ?? []).map(one));
    const isOpen = !/\s$/.test(query);
    const parts = [];
    for (let i = 0; i < words.length; i++) {
      const joined = words[i] + (words[i + 1] ?? "");
      const isTerm = (word) => known.number.has(stem(word));
      if (words[i + 1] && isTerm(joined) && !(isTerm(words[i]) && isTerm(words[i + 1]))) {
        parts.push(...understandWhole(joined));
        i++;
        continue;
      }
      const isLast = isOpen && i === words.length - 1;
      parts.push(...(isLast ? understand(words[i], true) : understandWhole(words[i])));
    }
    return parts;
  };

  // A word of a query, or those that it stands for, each with what it may mean.
  const understand = (typed, isLast) => {
    const isWhole = isKnown(typed) || (isLast && isBegun(typed));
    const others = isWhole ? null : split(typed) ?? spellOut(typed);
    return (others ?? [typed]).map((word) => {
      const meant = meanings(word, isLast);
      return { word, meant, isOther: !isWhole && !others && meant.size > 0 };
    });
  };
  const understandWhole = once((typed) => understand(typed, false));

  // The words with short forms and everyday phrases put as the protocol says them.
  const inFull = (words) => {
    const said = [];
    for (let i = 0; i < words.length; ) {
      const long = [3, 2, 1].find((count) => short(words.slice(i, i + count)));
      said.push(...(long ? short(words.slice(i, i + long)).split(" ") : [words[i]]));
      i += long ?? 1;
    }
    return said;
  };

  // What stands for these words, unless some name has them all.
  const short = (words) => {
    const typed = words.map(stem), said = typed.join(" ");
    const meant = known.short.get(said) ?? known.short.get(alikeShort(words, said));
    if (!meant) return null;
    const [first, ...more] = typed.map((term) => known.named[known.number.get(term)] ?? []);
    return first.some((name) => more.every((names) => names.includes(name))) ? null : meant;
  };

  // The long phrase that these words are with a slip of one letter, where one of them is unknown.
  const alikeShort = (words, said) =>
    said.length > 5 && words.some((word) => word.length > 4 && !known.number.has(stem(word)) && !known.same.has(stem(word)))
      ? [...known.short.keys()].find((phrase) => phrase.length > 5 && distance(said, phrase, 1) < 2) : null;

  // What letters stand for: the words that most names have which begin with them, such as "social
  // worker" for SW.
  const spellOut = (letters) => {
    if (!/^[a-z]{2,5}$/.test(letters)) return null;
    const counts = new Map();
    for (const { words, initials } of called())
      for (let i = initials.indexOf(letters); i >= 0; i = initials.indexOf(letters, i + 1)) {
        const spelled = words.slice(i, i + letters.length).map(stem);
        if (!known.small.has(spelled[0])) add(counts, spelled.join(" "), 1);
      }
    const best = [...counts].sort((one, other) => other[1] - one[1])[0];
    return best && best[1] > (letters.length > 2 ? 0 : 2) ? best[0].split(" ") : null;
  };

  // The words of titles, other names and headings, as they are written.
  const called = () =>
    (known.called ??= known.data.pages.flatMap(([, title, , , also], page) =>
      [title, ...also.split("; "), ...headings(page)]
        .map((name) => {
          const words = normal(name).match(known.term) ?? [];
          return { words, initials: words.map((word) => word[0]).join("") };
        })));

  const everyWord = () => (known.everyWord ??= new Set(called().flatMap(({ words }) => words)));

  const headings = (page) => known.data.units[page].split("\n").filter((line) => !line.startsWith("pathway-"))
    .map((line) => line.split("\t")[1] ?? "");

  const split = (word) => {
    for (let i = 3; i <= word.length - 3; i++) {
      const parts = [word.slice(0, i), word.slice(i)];
      if (parts.every((part) => everyWord().has(part))) return parts;
    }
    return null;
  };

  const raise = (map, key, value) => { if (value > (map.get(key) ?? 0)) map.set(key, value); };
  const add = (map, key, value) => map.set(key, (map.get(key) ?? 0) + value);

  // How much each page has of a term: its best name counts, and its text, a long one less.
  const shares = once((number) => {
    const shares = new Map(), texts = new Map();
    for (const name of known.named[number])
      raise(shares, known.places[known.owners[name]].page, NAMED * FIELD[known.data.fields[name]]);
    for (const place of known.said[number]) add(texts, known.places[place].page, SAID);
    for (const [page, share] of texts) {
      const length = 1 - LENGTH + (LENGTH * known.size[page]) / known.usual;
      add(shares, page, share / length);
    }
    return shares;
  });

  // What a word adds to pages, names and places: for each, its best meaning there counts.
  const bring = (meant) => {
    // A word that is known as it stands: longer ones that begin with it weigh no more, however rare.
    const [itself] = [...meant].find(([, surely]) => surely === 1) ?? [];
    const brought = { most: 0, name: new Map(), place: new Map(), page: new Map() };
    for (const [number, surely] of meant) {
      const worth = surely * Math.min(known.rarity[number], known.rarity[itself] ?? Infinity);
      brought.most = Math.max(brought.most, worth);
      for (const name of known.named[number]) raise(brought.name, name, worth);
      for (const place of known.said[number]) raise(brought.place, place, worth);
      for (const [page, share] of shares(number))
        raise(brought.page, page, (worth * share * (1 + SATURATION)) / (share + SATURATION));
    }
    return brought;
  };

  // What all words add together. What a word brings is worked out once, for people type on after it.
  const weigh = (parts) => {
    const total = { whole: 0, name: new Map(), place: new Map(), page: new Map() };
    for (const part of parts) {
      part.brought ??= bring(part.meant);
      total.whole += part.brought.most;
      for (const kind of ["name", "place", "page"])
        for (const [key, value] of part.brought[kind]) add(total[kind], key, value);
    }
    return total;
  };

  // The best places and names of each page.
  const byPage = (total, whole) => {
    const pages = new Map();
    const at = (number) => {
      if (!pages.has(number)) pages.set(number, { page: number, own: 0, name: 0, place: 0, places: new Map() });
      return pages.get(number);
    };
    for (const [name, weight] of total.name) {
      const place = known.owners[name], entry = at(known.places[place].page);
      const ofQuery = weight / total.whole, ofName = Math.min(1, weight / known.weight[name]);
      const score = FIELD[known.data.fields[name]] * ofQuery ** SHARE * (0.45 + 0.55 * ofName);
      const isWhole = known.data.fields[name] === "g" && ofQuery * ofName > 0.99;
      entry.name = Math.max(entry.name, isWhole ? score + whole : score);
      if (!known.places[place].id) entry.own = Math.max(entry.own, score * (known.data.fields[name] === "a" ? OTHER_NAME : 1));
      else entry.places.set(place, Math.max(entry.places.get(place) ?? 0, score));
    }
    for (const [place, weight] of total.place) {
      const entry = at(known.places[place].page), score = weight / total.whole;
      entry.place = Math.max(entry.place, score);
      if (known.places[place].id) entry.places.set(place, (entry.places.get(place) ?? 0) + 0.4 * score);
    }
    return pages;
  };

  const find = (query, most) => {
    const asked = MEANING.exec(normal(query))?.[1];
    const parts = parse(asked ?? query).filter((part) => part.meant.size);
    const total = weigh(parts);
    const found = total.whole ? [...byPage(total, asked ? ASKED : WHOLE).values()] : [];
    for (const entry of found) {
      const words = (total.page.get(entry.page) ?? 0) / total.whole;
      const [, , kind] = known.data.pages[entry.page];
      entry.score = words + BEST_NAME * entry.name + BEST_PLACE * entry.place + (KIND[kind] ?? 0);
    }
    found.sort((one, other) => other.score - one.score);
    const enough = ENOUGH * (found[0]?.score ?? 0);
    return {
      results: found.filter((entry, rank) => rank < FIRST || entry.score >= enough).slice(0, most).map(told),
      instead: parts.filter((part) => part.isOther).flatMap(spelled),
      isMeant: meant(parts),
    };
  };

  const page = (number) => {
    const [address, title, kind, description] = known.data.pages[number];
    return { address, title, kind, description };
  };

  // A page with its best place, and whether that is better than the page's own name.
  const told = (entry) => {
    const [number, weight] = [...entry.places].sort((one, other) => other[1] - one[1])[0] ?? [0, 0];
    const place = weight > PLACE ? known.places[number] : null;
    return {
      page: page(entry.page),
      place: place && { id: place.id, heading: place.heading, isStep: place.id.startsWith("pathway-") },
      leadsTo: Boolean(place) && weight > entry.own,
    };
  };

  // [what was typed, the word that was looked for instead], where names show how that is written.
  const spelled = ({ word, meant }) => {
    const [best] = [...meant].sort((one, other) => other[1] - one[1])[0];
    const written = [...everyWord()].find((other) => stem(other) === known.terms[best]);
    return written ? [[word, written]] : [];
  };

  // Whether a word of a text is one of those that were looked for.
  const meant = (parts) => {
    const terms = new Set(parts.flatMap((part) => [...part.meant.keys()].map((number) => known.terms[number])));
    const answers = new Map();
    return (word) => {
      if (!answers.has(word)) {
        const root = stem(word.toLowerCase().replace(/['’]s?$/, ""));
        answers.set(word, terms.has(root) && !known.small.has(root));
      }
      return answers.get(word);
    };
  };

  // What to offer where nothing was found.
  const help = (query) => {
    const typed = (normal(query).match(known.term) ?? []).sort((one, other) => other.length - one.length)[0] ?? "";
    const words = [...everyWord()].filter((word) => word.length > 3 && !known.small.has(word));
    const alike = words.map((word) => [word, likeness(typed, word)]).filter(([, share]) => share > ALIKE);
    alike.sort((one, other) => other[1] - one[1]);
    return {
      nearest: alike.slice(0, 4).map(([word]) => word),
      contacts: known.data.help.contacts.map(page),
      pathways: known.data.help.pathways.map(page),
    };
  };

  // The share of pairs of letters that two words have in common: L. R. Dice, Ecology 26 (1945).
  const likeness = (one, other) => {
    const pairs = (word) => Array.from({ length: word.length + 1 }, (_, i) => ` ${word} `.slice(i, i + 2));
    const left = pairs(other), all = left.length + one.length + 1;
    let common = 0;
    for (const pair of pairs(one)) {
      const at = left.indexOf(pair);
      if (at >= 0) { common++; left.splice(at, 1); }
    }
    return (2 * common) / all;
  };

  globalThis.handrailIndex = (data) => {
    known = prepare(data);
    globalThis.handrailSearch = { find, help };
    // What slips are compared with takes a moment to prepare, for which nobody should wait in the
    // middle of a word: it is done bit by bit while the browser has nothing to do.
    const later = globalThis.requestIdleCallback ?? setTimeout;
    let left = null;
    const prepareSome = () => {
      left ??= [...everyWord()];
      left.splice(-100).forEach(stem);
      if (left.length) later(prepareSome);
      else spellings();
    };
    later(prepareSome);
  };
}
