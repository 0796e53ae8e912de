import type { RefusalCode } from '@accord/domain/refusal'
import type { Ending } from './live-plan.js'

const ENDINGS: Readonly<Record<RefusalCode, Ending | null>> = {
  'too-fast': null,
  'storage-unavailable': null,
  resync: null,
  'out-of-order': null,
  'sharing-paused': null,
  'not-signed-in': 'signed-out',
  'not-found': 'not-found',
  erased: 'erased',
  'not-yours': 'access-ended',
  'read-only': 'access-ended',
  'case-closed': 'access-ended',
  'reading-over': 'access-ended',
  restricted: 'restricted',
  'foreign-client': 'access-ended',
  malformed: 'plan-unreadable',
  'too-large': 'plan-unreadable',
  'unknown-goal': 'plan-unreadable',
  'unknown-field': 'plan-unreadable',
  'already-exists': 'plan-unreadable',
  'governed-fact': 'plan-unreadable',
  'words-changed': 'plan-unreadable',
  'session-moved-on': 'plan-unreadable',
  'note-moved-on': 'plan-unreadable',
  'consent-withheld': 'plan-unreadable',
  'no-retention-rule': 'plan-unreadable',
  'nothing-to-agree-to': 'plan-unreadable',
  'bad-changes': 'plan-unreadable',
  'bad-character': 'plan-unreadable',
  'not-an-inverse': 'plan-unreadable',
  'record-differs': 'plan-unreadable',
  'not-opened': 'plan-unreadable',
  'plan-unreadable': 'plan-unreadable',
}

/** What a refusal to let somebody join means for the tab; null when it passes by itself. (LP12) */
export function endingOfRefusal(code: RefusalCode): Ending | null {
  return ENDINGS[code]
}
