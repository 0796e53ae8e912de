import type { Messages } from '../messages/compiled/messages.js'
import type { Translate } from '../messages/translate.js'

/** Why agreeing has to wait just now. Every reason is said in words beside the button. */
export type AgreementBlock =
  | { readonly kind: 'typing'; readonly name: string }
  | { readonly kind: 'offline' }
  | { readonly kind: 'unsaved' }
  | { readonly kind: 'no-words' }

export function blockSentence(t: Translate<Messages>, block: AgreementBlock): string {
  switch (block.kind) {
    case 'typing':
      return t('agreement.blocked.typing', { name: block.name })
    case 'offline':
    case 'unsaved':
    case 'no-words':
      return t(`agreement.blocked.${block.kind}`)
  }
}
