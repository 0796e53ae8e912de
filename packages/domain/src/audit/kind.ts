import type { Action } from '../access/action.js'

/** What an audited act is to somebody who searches the audit. (AU1, AU6) */
export const AUDIT_KINDS = ['read', 'write', 'export', 'emergency', 'people', 'sign-in'] as const
export type AuditKind = (typeof AUDIT_KINDS)[number]

/** `furniture` is what every screen asks all the time and says nothing about a client; it is written only when refused. */
const KINDS: Readonly<Record<Action, AuditKind | 'furniture'>> = {
  'sign-in': 'sign-in',
  'sign-out': 'sign-in',
  'self.read': 'furniture',
  'self.secure': 'sign-in',
  'clinic.greet': 'furniture',
  'health.read': 'furniture',
  'attention.read': 'furniture',
  'clinic.read': 'furniture',
  'set-up': 'people',
  welcome: 'sign-in',
  'case.list': 'read',
  'case.read': 'read',
  'plan.read': 'read',
  'plan.write': 'write',
  'plan.look': 'furniture',
  'plan.seen': 'furniture',
  'history.read': 'read',
  'history.export': 'export',
  'draft.read': 'furniture',
  'draft.write': 'furniture',
  'private.read': 'furniture',
  'private.write': 'furniture',
  'people.list': 'read',
  'people.manage': 'people',
  'people.import': 'people',
  'people.invite': 'people',
  'outbox.read': 'read',
  'outbox.send': 'people',
  'client.read': 'read',
  'client.write': 'write',
  'case-file.read': 'read',
  'case-file.write': 'people',
  'phase.read': 'read',
  'phase.write': 'write',
  // Every page asks for one's sessions all the time, as for what wants one's attention. (SE11)
  'session.list': 'furniture',
  'session.read': 'read',
  'session.write': 'write',
  'session.take-part': 'write',
  // That there is a reflection is nobody's but its writer's. (RF2)
  'reflection.read': 'furniture',
  'reflection.write': 'furniture',
  'call.read': 'furniture',
  'call.write': 'write',
  'call.own': 'write',
  'wording.read': 'furniture',
  'wording.write': 'write',
  'comfort.read': 'read',
  'comfort.write': 'write',
  'check-in.list': 'furniture',
  'check-in.read': 'read',
  'check-in.write': 'write',
  'alliance.read': 'read',
  'alliance.cues': 'furniture',
  'repair.write': 'write',
  'barrier.read': 'read',
  'barrier.write': 'write',
  'barrier.move': 'write',
  'thresholds.read': 'furniture',
  'thresholds.write': 'write',
  'questionnaire.list': 'furniture',
  'questionnaire.read': 'read',
  'questionnaire.write': 'write',
  'measures.read': 'read',
  'measures.ask': 'write',
  'instruments.read': 'furniture',
  'instruments.write': 'write',
  // Asked on every page of the console all the time, so that an alert is seen at once. (SA3)
  'safety.alerts': 'furniture',
  'safety.acknowledge': 'write',
  'safety-plan.read': 'read',
  'safety-plan.write': 'write',
  'urgent-numbers.read': 'furniture',
  'urgent-numbers.write': 'write',
  'emergency.find': 'emergency',
  // Asked on every page of the console all the time, so that an opening is told at once. (EM9)
  'emergency.news': 'furniture',
  'emergency.open': 'emergency',
  'emergency.read': 'emergency',
  'emergency.end': 'emergency',
  'emergency.review': 'emergency',
  'note.unsigned': 'furniture',
  'note.read': 'read',
  'note.write': 'write',
  'note.co-sign': 'write',
  'note.print': 'export',
  'note.for-client': 'read',
  'note.reply': 'write',
  'note-form.read': 'furniture',
  'note-form.write': 'write',
  'looks.read': 'read',
  'looks.ask': 'write',
  'looks.answer': 'write',
  'queue.read': 'read',
  'supervision.list': 'read',
  'supervision.read': 'read',
  'supervision.write': 'write',
  'supervision.sign': 'write',
  'review.read': 'read',
  'review.write': 'write',
  'review.for-client': 'read',
  'checklist.read': 'furniture',
  'checklist.write': 'write',
  'policy.read': 'furniture',
  'policy.write': 'write',
  'alarms.read': 'furniture',
  'alarms.report': 'write',
  'alarms.acknowledge': 'write',
  'consent.read': 'read',
  'consent.answer': 'write',
  'consent-texts.read': 'furniture',
  'consent-texts.write': 'write',
  'disclosure.read': 'read',
  'disclosure.write': 'write',
  'ending.read': 'read',
  'ending.print': 'export',
  'ending.write': 'write',
  'ending.begin': 'write',
  'ending.close': 'write',
  'reading-days.read': 'furniture',
  'reading-days.write': 'write',
  'takeout.make': 'export',
  'own-requests.read': 'furniture',
  'own-requests.write': 'write',
  'requests.read': 'read',
  'requests.answer': 'write',
  'retention.read': 'furniture',
  'retention.write': 'write',
  'hold.write': 'write',
  'restriction.lift': 'write',
  'audit.read': 'read',
  'audit.export': 'export',
}

/** What an action counts as, or null where it is only told when it is refused. */
export function auditKindOf(action: Action): AuditKind | null {
  const kind = KINDS[action]
  return kind === 'furniture' ? null : kind
}

/** Acts whose event is written in the transaction that does them; only a refusal is written by whoever answers. (EM2, EM6, EM7) */
const IN_THEIR_TRANSACTION: readonly Action[] = ['emergency.find', 'emergency.open', 'emergency.read']

export function isAuditedInPlace(action: Action): boolean {
  return IN_THEIR_TRANSACTION.includes(action)
}

/** The actions of a kind, for searching. */
export function actionsOfKind(kind: AuditKind): readonly Action[] {
  return (Object.keys(KINDS) as Action[]).filter((action) => KINDS[action] === kind)
}
