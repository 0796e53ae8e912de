import type { Action } from '@accord/domain/access/action'
import type { Actor, Subject } from '@accord/domain/access/subject'

/** What each action is about. The guard decides all but a case's, a client's, a pair's and of what a client wrote; those are the service's first line. (AC1) */
const SUBJECTS: Readonly<Record<Action, Subject['kind']>> = {
  'sign-in': 'door',
  'clinic.greet': 'door',
  'health.read': 'door',
  'sign-out': 'self',
  'self.read': 'self',
  'self.secure': 'self',
  'case.list': 'clinic',
  'case.read': 'case',
  'plan.read': 'case',
  'plan.write': 'case',
  'plan.look': 'case',
  'plan.seen': 'case',
  'history.read': 'case',
  'history.export': 'case',
  'draft.read': 'own-log',
  'draft.write': 'own-log',
  'private.read': 'own-log',
  'private.write': 'own-log',
  'set-up': 'door',
  welcome: 'door',
  'clinic.read': 'clinic',
  'people.list': 'clinic',
  'people.manage': 'clinic',
  'people.import': 'clinic',
  'people.invite': 'clinic',
  'outbox.read': 'clinic',
  'outbox.send': 'clinic',
  'client.read': 'client',
  'client.write': 'client',
  'case-file.read': 'clinic',
  'case-file.write': 'clinic',
  'phase.read': 'case',
  'phase.write': 'case',
  'session.list': 'clinic',
  'session.read': 'case',
  'session.write': 'case',
  'session.take-part': 'case',
  'reflection.read': 'case',
  'reflection.write': 'case',
  'call.read': 'clinic',
  'call.write': 'clinic',
  'call.own': 'clinic',
  'wording.read': 'clinic',
  'wording.write': 'clinic',
  'comfort.read': 'comfort',
  'comfort.write': 'comfort',
  'check-in.list': 'clinic',
  'check-in.read': 'check-in',
  'check-in.write': 'check-in',
  'alliance.read': 'case',
  'alliance.cues': 'clinic',
  'repair.write': 'case',
  'barrier.read': 'case',
  'barrier.write': 'case',
  'barrier.move': 'case',
  'thresholds.read': 'clinic',
  'thresholds.write': 'clinic',
  'questionnaire.list': 'clinic',
  'questionnaire.read': 'case',
  'questionnaire.write': 'case',
  'measures.read': 'case',
  'measures.ask': 'case',
  'instruments.read': 'clinic',
  'instruments.write': 'clinic',
  'safety.alerts': 'clinic',
  'safety.acknowledge': 'case',
  'safety-plan.read': 'case',
  'safety-plan.write': 'case',
  'urgent-numbers.read': 'clinic',
  'urgent-numbers.write': 'clinic',
  'emergency.find': 'clinic',
  'emergency.news': 'clinic',
  'emergency.open': 'emergency',
  'emergency.read': 'emergency',
  'emergency.end': 'emergency',
  'emergency.review': 'emergency',
  'note.unsigned': 'clinic',
  'note.read': 'case',
  'note.write': 'case',
  'note.co-sign': 'case',
  'note.print': 'case',
  'note.for-client': 'case',
  'note.reply': 'case',
  'note-form.read': 'clinic',
  'note-form.write': 'clinic',
  'attention.read': 'clinic',
  'looks.read': 'case',
  'queue.read': 'clinic',
  'supervision.list': 'clinic',
  'supervision.read': 'supervision',
  'supervision.write': 'supervision',
  'supervision.sign': 'supervision',
  'policy.read': 'clinic',
  'policy.write': 'clinic',
  'alarms.read': 'clinic',
  'alarms.report': 'case',
  'alarms.acknowledge': 'case',
  'looks.ask': 'case',
  'looks.answer': 'case',
  'review.read': 'case',
  'review.write': 'case',
  'review.for-client': 'case',
  'checklist.read': 'clinic',
  'checklist.write': 'clinic',
  'consent.read': 'case',
  'consent.answer': 'case',
  'consent-texts.read': 'clinic',
  'consent-texts.write': 'clinic',
  'disclosure.read': 'case',
  'disclosure.write': 'case',
  'ending.read': 'case',
  'ending.print': 'case',
  'ending.write': 'case',
  'ending.begin': 'case',
  'ending.close': 'case',
  'reading-days.read': 'clinic',
  'reading-days.write': 'clinic',
  'takeout.make': 'clinic',
  'own-requests.read': 'clinic',
  'own-requests.write': 'clinic',
  'requests.read': 'clinic',
  'requests.answer': 'clinic',
  'retention.read': 'clinic',
  'retention.write': 'clinic',
  'hold.write': 'clinic',
  'restriction.lift': 'clinic',
  'audit.read': 'clinic',
  'audit.export': 'clinic',
}

/** What an action is about. */
export function kindOf(action: Action): Subject['kind'] {
  return SUBJECTS[action]
}

/** The subject as far as a guard knows it; null for a case, what is in it, a client or a pair, and for a clinic while nobody is signed in. */
export function subjectOf(action: Action, actor: Actor | null): Subject | null {
  const kind = kindOf(action)
  switch (kind) {
    case 'door':
    case 'self':
      return { kind }
    case 'clinic':
      return actor && { kind, clinic: actor.clinic }
    case 'case':
    case 'own-log':
    case 'client':
    case 'supervision':
    case 'comfort':
    case 'check-in':
    case 'emergency':
      return null
  }
}
