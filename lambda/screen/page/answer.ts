/** What the door of the Screen answers, and its page reads. Instants are epoch milliseconds on the server's clock. */

/** The words on one Card. */
export type Face = {
  readonly kind: string;
  readonly label: string;
  readonly forWhom?: string;
  readonly title: string;
  readonly lines: readonly string[];
  readonly how: string;
  readonly speech: string;
  readonly ok: string;
};

/**
 * One Card. `act`: what its first button does; what is hidden is put aside, because nobody has read it. `hidden` takes the
 * place of private words after a minute. `rate`: 1 is normal speed. `wantsShown`: tell the server when it was visible.
 */
export type Card = {
  readonly id: string;
  readonly face: Face;
  readonly hidden?: Face;
  readonly act: 'acknowledge' | 'put-aside';
  readonly expiresAt: number;
  readonly isUrgent: boolean;
  readonly isQuiet: boolean;
  readonly chime: 'low' | 'none';
  readonly rate: number;
  readonly wantsShown: boolean;
};

export type Next = { readonly text: string; readonly detail?: string };

export type Standing =
  | { readonly state: 'unpaired' }
  | { readonly state: 'code'; readonly expiresAt: number }
  | {
      readonly state: 'words';
      readonly words: readonly [string, string];
      readonly okPressed: boolean;
      readonly expiresAt: number;
    }
  | {
      readonly state: 'paired';
      readonly textSize: 'large' | 'larger' | 'largest';
      readonly cards: readonly Card[];
      readonly next?: Next;
    };

/** `every`: ask again after so many milliseconds. `version`: of the page that goes with this answer. */
export type NowAnswer = Standing & { readonly now: number; readonly every: number; readonly version: string };

export type PairAnswer =
  | { readonly kind: 'screen-code'; readonly code: string; readonly expiresAt: number }
  | { readonly kind: 'already-paired' | 'too-many-codes' | 'try-again' };

export type ActAnswer = { readonly kind: string };
