import type { Action } from '../access/action.js'

/** What an audited act is to somebody who searches the audit. (AU1, AU6) */
export const AUDIT_KINDS = ['read', 'write', 'export', 'people', 'sign-in'] as const
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
  'comfort.read': 'read',
  'comfort.write': 'write',
  'check-in.list': 'furniture',
  'check-in.read': 'read',
  'check-in.write': 'write',
  'alliance.read': 'read',
  'alliance.cues': 'furniture',
  'repair.write': 'write',
  'thresholds.read': 'furniture',
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
  'audit.read': 'read',
  'audit.export': 'export',
}

/** What an action counts as, or null where it is only told when it is refused. */
export function auditKindOf(action: Action): AuditKind | null {
  const kind = KINDS[action]
  return kind === 'furniture' ? null : kind
}

/** The actions of a kind, for searching. */
export function actionsOfKind(kind: AuditKind): readonly Action[] {
  return (Object.keys(KINDS) as Action[]).filter((action) => KINDS[action] === kind)
}
