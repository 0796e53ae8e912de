import type { CaseId, GoalId, LogId, NoteId, PersonId, SessionId } from '@accord/domain/ids'

/** Every address of the portal. Ids only: nothing that somebody wrote is ever in one. */
export const paths = {
  signIn: '/sign-in',
  welcome: '/welcome',
  home: '/',
  goals: '/goals',
  you: '/you',
  comfort: '/you/comfort',
  /** One of several profiles that somebody may read. */
  comfortOf: (caseId: CaseId, client: PersonId) => `/you/comfort/${caseId}/${client}`,
  /** What gets in the way of working together. (BA3) */
  inTheWay: '/you/in-the-way',
  /** How a session was. (CI1) */
  checkIn: (session: SessionId) => `/check-in/${session}`,
  /** How one signs in, and where. */
  ways: '/you/sign-in',
  /** Something that one was asked to fill in. (ME6) */
  questionnaire: (request: string) => `/questionnaires/${request}`,
  /** Whom to ring, and the safety plan; with and without signing in. (SA9) */
  help: '/help',
  /** What is asked of a client before the work begins. (CO5) */
  consent: (caseId: CaseId, client: PersonId) => `/consent/${caseId}/${client}`,
  /** Who has looked, and why. */
  record: '/you/record',
  /** In your record, and what one says of it. (AD1) */
  inRecord: '/you/record/items',
  /** What was written about one's sessions. (NO13) */
  notes: '/you/notes',
  note: (note: NoteId) => `/you/notes/${note}`,
  /** One session: before, in and after it. */
  session: (session: SessionId) => `/sessions/${session}`,
  newGoal: (plan: LogId) => `/plans/${plan}/goals/new`,
  /** A goal that only its writer sees. */
  draft: (caseId: CaseId, goal: GoalId) => `/cases/${caseId}/drafts/${goal}`,
  /** How a goal came to be. */
  how: (plan: LogId, goal: GoalId) => `/plans/${plan}/goals/${goal}/how`,
  /** How the whole plan came to be. */
  howAll: (plan: LogId) => `/plans/${plan}/how`,
  goal: (plan: LogId, goal: GoalId) => `/plans/${plan}/goals/${goal}`,
} as const
