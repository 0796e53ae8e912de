import { QueryClientProvider } from '@tanstack/react-query'
import { render, type RenderResult } from '@testing-library/react'
import { MemoryRouter } from 'react-router'
import type { Payload } from '@accord/domain/history/payload'
import type { CaseId, PersonId } from '@accord/domain/ids'
import type { PlanCommand } from '@accord/domain/plan/command'
import { enact } from '@accord/domain/plan/enact'
import { emptyPlan, type Plan } from '@accord/domain/plan/plan'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { catalogue as uiCatalogue } from '@accord/ui/messages/compiled/en'
import { MessagesProvider } from '@accord/ui/messages/messages-provider'
import type { LivePlan, LiveView } from '@accord/ui/live-plan/live-plan'
import { OPENING_VIEW } from '@accord/ui/live-plan/live-view'
import { GoalsRoom } from '../features/client/goals/goals-room.js'
import { type Room, RoomContext } from '../features/client/room/room-context.js'
import { addendaQuery } from '../lib/added/addenda.js'
import { voicesOf } from '../lib/people.js'
import { createQueryClient } from '../lib/query-client.js'
import { SelfContext } from '../lib/self-context.js'
import { pairsQuery } from '../lib/supervision.js'
import { catalogue } from '../messages/compiled/en.js'
import { added } from './added.js'
import { AS_MARA, JONAH, MARA, PEOPLE, PLAN } from './people.js'

const CATALOGUES = [uiCatalogue, catalogue]

/** A plan of Mara and Jonah after these things happened, a minute apart. */
export function aPlan(...happened: readonly (readonly [PersonId, Payload])[]): Plan {
  const joined: readonly (readonly [PersonId, Payload])[] = [
    [MARA, { kind: 'party.joined', person: MARA, relation: 'practitioner' }],
    [JONAH, { kind: 'party.joined', person: JONAH, relation: 'client' }],
  ]
  return [...joined, ...happened].reduce<Plan>((plan, [author, payload], index) => {
    const relation = author === MARA ? 'practitioner' : 'client'
    return enact(plan, { seq: index + 1, at: Date.now() - 60_000 * (50 - index), author, relation }, payload)
      .plan
  }, emptyPlan(PLAN))
}

export interface Asked {
  readonly commands: PlanCommand[]
  readonly dismissed: number[]
}

/** The goals page over an open plan; what is asked of the plan is written down. */
export function renderRoom(
  plan: Plan,
  changes: Partial<Room> = {},
  seen: Partial<LiveView> = {},
  addenda: readonly RecordAddendum[] = [],
) {
  const asked: Asked = { commands: [], dismissed: [] }
  const view: LiveView = {
    ...OPENING_VIEW,
    phase: 'open',
    isOnline: true,
    plan,
    seq: plan.seq,
    me: { person: MARA, relation: 'practitioner' },
    people: PEOPLE,
    ...seen,
  }
  const live: LivePlan = {
    log: PLAN,
    view: () => view,
    subscribe: () => () => undefined,
    subscribeText: () => () => undefined,
    edit: () => undefined,
    command: (command) => void asked.commands.push(command),
    undo: () => undefined,
    redo: () => undefined,
    look: () => undefined,
    dismissRefused: (index) => void asked.dismissed.push(index),
    flush: () => undefined,
    close: () => undefined,
  }
  const now = new Date()
  const caseId = 'case' as CaseId
  const fixed = {
    caseId,
    isBetween: false,
    live,
    people: PEOPLE,
    voices: voicesOf(PEOPLE),
    viewer: MARA,
    mayWrite: true,
    now,
  }
  const queries = createQueryClient(0)
  queries.setQueryData(pairsQuery.queryKey, { pairs: [] })
  queries.setQueryData(addendaQuery(caseId).queryKey, added(...addenda))
  const page = (next: LiveView) => (
    <MessagesProvider locale="en-GB" timeZone="Europe/London" catalogues={CATALOGUES}>
      <RoomContext value={{ ...fixed, plan: next.plan ?? plan, view: next, ...changes }}>
        <QueryClientProvider client={queries}>
          <SelfContext value={AS_MARA}>
            <MemoryRouter>
              <GoalsRoom />
            </MemoryRouter>
          </SelfContext>
        </QueryClientProvider>
      </RoomContext>
    </MessagesProvider>
  )
  const rendered: RenderResult = render(page(view))
  const become = (next: Partial<LiveView>) => rendered.rerender(page({ ...view, ...next }))
  return { asked, become }
}
