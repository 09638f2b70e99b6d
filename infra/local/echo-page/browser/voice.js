// @ts-check
/** The browser's voice, a chime, and its ear. Each is optional: the captions carry everything. */

const CHIME = [
  [659, 0],
  [880, 0.16],
];
/** How long words would last if nobody speaks them: about 170 words a minute. */
const silentFor = (/** @type {string} */ words) => Math.min(8_000, 600 + words.length * 60);

const synthesis = 'speechSynthesis' in window ? window.speechSynthesis : undefined;

const britishVoice = () => {
  const voices = synthesis?.getVoices() ?? [];
  return (
    voices.find(({ lang }) => lang.replace('_', '-') === 'en-GB') ?? voices.find(({ lang }) => lang.startsWith('en'))
  );
};

/** Whether this browser can speak at all. Voices may come late: ask again at `onVoices`. */
export const hasVoice = () => britishVoice() !== undefined;

export const onVoices = (/** @type {() => void} */ listener) => synthesis?.addEventListener('voiceschanged', listener);

export const hush = () => synthesis?.cancel();

/**
 * Speaks, or waits as long as speaking would take; resolves when it is over.
 * @param {string} words
 * @param {boolean} aloud
 */
export const speak = (words, aloud) =>
  new Promise((resolve) => {
    const voice = britishVoice();
    if (!aloud || synthesis === undefined || voice === undefined) {
      setTimeout(resolve, silentFor(words));
      return;
    }
    const utterance = new SpeechSynthesisUtterance(words);
    utterance.voice = voice;
    utterance.lang = voice.lang;
    utterance.onend = resolve;
    utterance.onerror = resolve;
    synthesis.speak(utterance);
  });

/** Two soft notes. Browsers allow sound only after the first key or click; before that there is none. */
export const chime = () => {
  const audio = new AudioContext();
  if (audio.state === 'suspended') return void audio.close();
  for (const [pitch = 0, after = 0] of CHIME) {
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    const start = audio.currentTime + after;
    tone.frequency.value = pitch;
    volume.gain.setValueAtTime(0.15, start);
    volume.gain.exponentialRampToValueAtTime(0.001, start + 0.5);
    tone.connect(volume).connect(audio.destination);
    tone.start(start);
    tone.stop(start + 0.5);
  }
  setTimeout(() => audio.close(), 1_000);
};

/**
 * One phrase from the microphone, or `undefined` where the browser has no ear.
 * @returns {undefined | ((heard: (words: string) => void, over: () => void) => void)}
 */
export const listener = () => {
  const Recognition = Reflect.get(window, 'SpeechRecognition') ?? Reflect.get(window, 'webkitSpeechRecognition');
  if (Recognition === undefined) return undefined;
  return (heard, over) => {
    const recognition = new Recognition();
    recognition.lang = 'en-GB';
    recognition.onresult = (/** @type {{ results: { transcript: string }[][] }} */ { results }) =>
      heard(results[0]?.[0]?.transcript ?? '');
    recognition.onend = over;
    recognition.onerror = over;
    recognition.start();
  };
};
