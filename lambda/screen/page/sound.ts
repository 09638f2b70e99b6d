/** Sounds of a Screen. Browsers keep silent until somebody presses a key or touches the page. */
export type Sound = {
  /** False while a key is needed first; true also where there is no sound at all. */
  readonly isOn: () => boolean;
  /** Called on every key and touch. */
  readonly unlock: () => void;
  readonly canSpeak: () => boolean;
  /** Two low, soft notes; for urgent things twice. */
  readonly chime: (isUrgent: boolean) => void;
  /** Reads aloud; `rate` 1 is normal speed. `after`: milliseconds to wait first. */
  readonly say: (text: string, rate: number, after: number) => void;
  readonly hush: () => void;
};

const LOUDNESS = 0.25;

/** One note that swells and fades, so that it startles nobody. */
const note = (audio: AudioContext, pitch: number, at: number): void => {
  const [tone, gain] = [audio.createOscillator(), audio.createGain()];
  tone.type = 'sine';
  tone.frequency.value = pitch;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUDNESS, at + 0.08);
  gain.gain.exponentialRampToValueAtTime(0.001, at + 1.1);
  tone.connect(gain);
  gain.connect(audio.destination);
  tone.start(at);
  tone.stop(at + 1.2);
};

export const soundOf = (win: Window & typeof globalThis): Sound => {
  const audio = typeof win.AudioContext === 'function' ? new win.AudioContext() : undefined;
  const speech = 'speechSynthesis' in win ? win.speechSynthesis : undefined;
  let waiting: number | undefined;

  const isOn = (): boolean => audio === undefined || audio.state === 'running';
  const voiceFor = (): SpeechSynthesisVoice | undefined => {
    const voices = speech === undefined ? [] : speech.getVoices();
    return voices.find(({ lang }) => lang === 'en-GB') ?? voices.find(({ lang }) => lang.slice(0, 2) === 'en');
  };
  const canSpeak = (): boolean => voiceFor() !== undefined;
  const hush = (): void => {
    win.clearTimeout(waiting);
    speech?.cancel();
  };

  return {
    isOn,
    canSpeak,
    hush,
    unlock: () => {
      if (audio !== undefined && audio.state === 'suspended') audio.resume().catch(() => undefined);
    },
    chime: (isUrgent) => {
      if (audio === undefined || audio.state !== 'running') return;
      for (const again of isUrgent ? [0, 1.4] : [0]) {
        note(audio, 392, audio.currentTime + again);
        note(audio, 294, audio.currentTime + again + 0.45);
      }
    },
    say: (text, rate, after) => {
      hush();
      const voice = voiceFor();
      if (speech === undefined || voice === undefined || !isOn()) return;
      waiting = win.setTimeout(() => {
        const words = new win.SpeechSynthesisUtterance(text);
        words.voice = voice;
        words.lang = voice.lang;
        words.rate = rate;
        speech.speak(words);
      }, after);
    },
  };
};
