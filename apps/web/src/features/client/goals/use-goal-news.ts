import { useEffect, useRef, useState } from 'react'
import { agreementOf, type Agreement } from '@accord/domain/agreement/state'
import type { GoalId } from '@accord/domain/ids'
import { goalsInOrder, type Plan } from '@accord/domain/plan/plan'
import { useFormat } from '@accord/ui/messages/use-format'
import { givenName, personOf } from '../../../lib/people.js'
import { toasts } from '../../../lib/toasts.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import type { Room } from '../room/room-context.js'
import { goalName } from '../room/whereabouts.js'

type Kinds = ReadonlyMap<GoalId, Agreement['kind']>

/** What to announce politely: agreement, lapse, and who comes and goes. Another's typing never is. */
export function useGoalNews({ plan, view, people, viewer }: Room): string {
  const t = useWebMessages()
  const format = useFormat()
  const [news, setNews] = useState('')
  const before = useRef<{ readonly kinds: Kinds; readonly here: ReadonlySet<string> } | null>(null)
  useEffect(() => {
    const kinds = kindsOf(plan)
    const here = new Set<string>(view.here.map(({ person }) => person))
    const known = before.current
    before.current = { kinds, here }
    if (known === null) return
    for (const [id, kind] of kinds) {
      const was = known.kinds.get(id)
      if (was === undefined || was === kind) continue
      const goal = goalName(t, plan, id)
      if (kind === 'agreed') toasts.add({ kind: 'agreed', words: t('news.agreed', { goal }) })
      if (kind === 'lapsed') setNews(t('news.lapsed', { goal }))
    }
    const named = (ids: ReadonlySet<string>, not: ReadonlySet<string>) =>
      people
        .filter(({ person }) => ids.has(person) && !not.has(person) && person !== viewer)
        .map(({ name }) => givenName(name))
    const came = named(here, known.here)
    const left = named(known.here, here)
    if (came.length > 0) setNews(t('news.came', { names: format.list(came), count: came.length }))
    if (left.length > 0 && view.isOnline) setNews(t('news.left', { names: format.list(left) }))
  }, [plan, view, people, viewer, t, format])
  return news
}

/** The sentence about the words of the other person, once they pause. */
export function useChangeNews({ plan, view, people, viewer }: Room): string {
  const t = useWebMessages()
  const [news, setNews] = useState('')
  const typing = useRef<Room['view']['typing']>([])
  useEffect(() => {
    const stopped = typing.current.filter(
      (one) =>
        one.person !== viewer &&
        !view.typing.some((now) => now.person === one.person && now.goal === one.goal),
    )
    typing.current = view.typing
    const [one] = stopped
    if (one === undefined) return
    const name = givenName(personOf(people, one.person)?.name ?? '')
    setNews(t('news.changed', { name, goal: goalName(t, plan, one.goal) }))
  }, [view.typing, plan, people, viewer, t])
  return news
}

function kindsOf(plan: Plan): Kinds {
  return new Map(goalsInOrder(plan).map((goal) => [goal.id, agreementOf(goal, plan.parties).kind]))
}
