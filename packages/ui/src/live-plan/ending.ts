import type { RefusalCode } from '@accord/domain/refusal'
import type { Ending } from './live-plan.js'

/** What a refusal to let somebody join means for the tab; null when it passes by itself. (LP12) */
export function endingOfRefusal(code: RefusalCode): Ending | null {
  switch (code) {
    case 'too-fast':
    case 'storage-unavailable':
    case 'resync':
    case 'out-of-order':
    case 'sharing-paused':
      return null
    case 'not-signed-in':
      return 'signed-out'
    case 'not-found':
      return 'not-found'
    case 'erased':
      return 'erased'
    case 'not-yours':
    case 'read-only':
    case 'case-closed':
    case 'reading-over':
    case 'restricted':
    case 'foreign-client':
      return 'access-ended'
    case 'malformed':
    case 'too-large':
    case 'unknown-goal':
    case 'unknown-field':
    case 'already-exists':
    case 'governed-fact':
    case 'words-changed':
    case 'session-moved-on':
    case 'note-moved-on':
    case 'consent-withheld':
    case 'no-retention-rule':
    case 'nothing-to-agree-to':
    case 'bad-changes':
    case 'bad-character':
    case 'not-an-inverse':
    case 'record-differs':
    case 'not-opened':
    case 'plan-unreadable':
      return 'plan-unreadable'
  }
}
