import { useEffect, useState } from 'react'
import type { GoalId, PersonId } from '@accord/domain/ids'
import { goalOf } from '@accord/domain/plan/plan'
import { useUiMessages } from '../messages/use-ui-messages.js'
import type { LivePlan, LiveView } from '../live-plan/live-plan.js'
import { newsBetween, type News } from './news.js'

type Messages = ReturnType<typeof useUiMessages>

/** The sentence for a polite live region about what just happened in a plan; empty when nothing did. */
export function useChangeAnnouncer(live: LivePlan): string {
  const t = useUiMessages()
  const [sentence, setSentence] = useState('')
  useEffect(() => {
    let before = live.view()
    return live.subscribe(() => {
      const after = live.view()
      const news = newsBetween(before, after)
      before = after
      if (news.length > 0) setSentence(news.map((one) => sentenceOf(t, after, one)).join(' '))
    })
  }, [live, t])
  return sentence
}

function sentenceOf(t: Messages, view: LiveView, news: News): string {
  switch (news.kind) {
    case 'changed':
      return t('live.changed', { name: nameOf(view, news.person), goal: goalName(t, view, news.goal) })
    case 'agreed':
      return t('live.agreed', { goal: goalName(t, view, news.goal) })
    case 'lapsed':
      return t('live.lapsed', { goal: goalName(t, view, news.goal) })
    case 'came':
      return t('live.came', { name: nameOf(view, news.person) })
    case 'went':
      return t('live.went', { name: nameOf(view, news.person) })
  }
}

function nameOf(view: LiveView, person: PersonId): string {
  const { people } = view
  return people.find((one) => one.person === person)?.name ?? ''
}

function goalName(t: Messages, view: LiveView, id: GoalId): string {
  const name = view.plan && goalOf(view.plan, id)?.name.text.trim()
  return name ? t('live.goalNamed', { name }) : t('live.goalUnnamed')
}
