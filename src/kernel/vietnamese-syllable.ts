const onsets = "ngh ng nh ch gh gi kh ph qu th tr b c d đ g h k l m n p r s t v x".split(" ");

const rimes = new Set(
  `a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây
  e ec em en eng eo ep et ê êch êm ên ênh êp êt êu
  i ia ich iêc iêm iên iêng iêp iêt iêu im in inh ip it iu
  o oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oc oe oen oeo oet oi om on ong ooc oong op ot
  ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt
  u ua uân uâng uât uây uc uê uêch uênh ui um un ung uơ uôc uôi uôm uôn uông uôt up ut uy uya uych uyên uyêt uynh uyt uyu
  ư ưa ưc ưi ưm ưn ưng ươc ươi ươm ươn ương ươp ươt ươu ưt ưu
  y yêm yên yêng yêt yêu`.split(/\s+/),
);

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
/** The two tones in which a syllable can end that is stopped at its end. */
const STOPPED = /[\u0301\u0323]/;

/** Whether a word, in whatever case, can be one syllable of Vietnamese: its beginning, its vowels, its end and its tone. */
export function isVietnameseSyllable(word: string): boolean {
  const lower = word.toLowerCase().normalize("NFD");
  const tones = lower.match(TONES) ?? [];
  const letters = lower.replace(TONES, "").normalize("NFC");
  if (tones.length > 1 || letters.length > 7) return false;
  if (/(?:c|ch|p|t)$/.test(letters) && letters.length > 1 && !STOPPED.test(tones[0] ?? "")) return false;
  return rimes.has(letters) || onsets.some((onset) => isBuiltFrom(onset, letters));
}

/** Which of two spellings of a beginning stands before which vowels. */
const misspelt = /^(?:(?:c|g|ng) [ieêy]|k [aăâoôơuư]|(?:gh|ngh) [^ieê])/;

function isBuiltFrom(onset: string, letters: string): boolean {
  if (!letters.startsWith(onset)) return false;
  const rime = letters.slice(onset.length);
  // The i of "gi" is the one of "gì", "giếng", too.
  if (onset === "gi" && (rime === "" || rimes.has(`i${rime}`))) return true;
  return rimes.has(rime) && !misspelt.test(`${onset} ${rime}`);
}
