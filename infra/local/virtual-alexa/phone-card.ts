import type { ui } from 'ask-sdk-model';
import type { PhoneCard } from './happening.ts';

/** A card as it lies in the Alexa app on the phone of the account's owner. */
export const phoneCard = (card: ui.Card | undefined): PhoneCard | null => {
  if (card === undefined) return null;
  if (card.type === 'Simple')
    return { type: card.type, title: card.title ?? '', text: card.content ?? '', permissions: [] };
  if (card.type === 'Standard')
    return { type: card.type, title: card.title ?? '', text: card.text ?? '', permissions: [] };
  if (card.type === 'LinkAccount') return { type: card.type, title: 'Link your account', text: '', permissions: [] };
  return { type: 'AskForPermissionsConsent', title: 'Permissions', text: '', permissions: card.permissions ?? [] };
};
