import { refusalOf } from '@accord/domain/access/may'
import type { Actor } from '@accord/domain/access/subject'
import { relationTo, type CaseFacts } from '@accord/domain/case/relation'
import { isLate } from '@accord/domain/note/state'
import type { Refusal } from '@accord/domain/refusal'
import type { NoteSession, NotesToDo, NoteToDo } from '@accord/domain/rest/note'
import type { PersonName } from '@accord/domain/sync/wire'
import { Injectable } from '@nestjs/common'
import { CaseRepository } from '../case/case.repository.js'
import type { NoteRow } from './note-rows.js'
import { NoteSeats } from './note-seats.js'

interface Found {
  readonly facts: CaseFacts
  readonly people: readonly PersonName[]
  readonly sessions: readonly NoteSession[]
  readonly rows: readonly NoteRow[]
}

/** Notes that wait for somebody: their own to begin, finish or mend, and others' to co-sign. (NO12) */
@Injectable()
export class NotesToDoService {
  constructor(
    private readonly seats: NoteSeats,
    private readonly cases: CaseRepository,
  ) {}

  async of(actor: Actor): Promise<NotesToDo | Refusal> {
    const no = refusalOf(actor, 'note.unsigned', { kind: 'clinic', clinic: actor.clinic })
    if (no) return no
    const at = this.seats.clock.now()
    const cases = await this.cases.ofPerson(actor.clinic, actor.person)
    const found = await Promise.all(
      cases.map(async ({ case_id: caseId }): Promise<readonly NoteToDo[]> => {
        const [facts, people, sessions, rows] = await Promise.all([
          this.seats.access.factsOfCase(actor.clinic, caseId),
          this.seats.access.peopleOfCase(actor.clinic, caseId),
          this.seats.sessionsOf(actor, caseId),
          this.seats.notes.ofCase(actor, caseId),
        ])
        return facts ? waiting(actor, { facts, people, sessions, rows }, at) : []
      }),
    )
    return { at, notes: found.flat().sort((a, b) => a.since - b.since) }
  }
}

function waiting(actor: Actor, found: Found, now: number): readonly NoteToDo[] {
  const { facts, sessions, rows } = found
  const relation = relationTo(facts, actor.person)
  if (relation === 'supervisor') {
    return rows
      .filter(({ state, author }) => state === 'awaiting' && author !== actor.person)
      .flatMap((row) =>
        toDo('co-sign', found, sessionOf(row, sessions), { row, since: row.signedAt ?? row.begunAt, now }),
      )
  }
  if (relation !== 'practitioner') return []
  return sessions.flatMap((session): readonly NoteToDo[] => {
    const row = rows.find((one) => one.session === session.session && one.author === actor.person) ?? null
    const since = session.endedAt ?? session.scheduledFor
    if (row === null)
      return session.state === 'ended' ? toDo('begin', found, session, { row, since, now }) : []
    if (row.state === 'draft') return toDo('finish', found, session, { row, since, now })
    return row.state === 'returned' ? toDo('returned', found, session, { row, since, now }) : []
  })
}

function toDo(
  kind: NoteToDo['kind'],
  { facts, people }: Found,
  session: NoteSession | undefined,
  { row, since, now }: { readonly row: NoteRow | null; readonly since: number; readonly now: number },
): readonly NoteToDo[] {
  if (!session) return []
  const clients = people.filter(({ relation }) => relation === 'client').map(({ name }) => name)
  const author = people.find(({ person }) => person === row?.author)?.name ?? ''
  const late = kind !== 'co-sign' && isLate({ endedAt: since, signedAt: now })
  return [
    {
      ...{ kind, caseId: facts.caseId, session: session.session, note: row?.note ?? null },
      ...{ number: session.number, clients, author, since, late },
    },
  ]
}

function sessionOf({ session }: NoteRow, sessions: readonly NoteSession[]): NoteSession | undefined {
  return sessions.find((one) => one.session === session)
}
