import { goalOf, textAt, type Plan } from '@accord/domain/plan/plan'
import type { Look, Present } from '@accord/domain/sync/wire'
import type { LiveView } from '@accord/ui/live-plan/live-plan'
import type { WebTranslate } from '../../../lib/use-web-messages.js'

const WORDS_SAID = 2

/** What somebody who is here is doing, in words: `Sleep, after “from ten”`. */
export function whereabouts(t: WebTranslate, view: LiveView, who: Present): string {
  const typing = view.typing.find(({ person }) => person === who.person)
  if (typing !== undefined) return t('here.typing', { goal: goalName(t, view.plan, typing.goal) })
  if (who.at === null) {
    return who.relation === 'supervisor' ? t('here.readingAlong') : t('here.reading')
  }
  const goal = goalName(t, view.plan, who.at.goal)
  const words = wordsBefore(view.plan, who.at)
  if (who.at.field === 'name') return t('here.name', { goal })
  if (who.at.field === 'why') return t('here.why', { goal })
  return words === '' ? t('here.atStart', { goal }) : t('here.after', { goal, words })
}

export function goalName(t: WebTranslate, plan: Plan | null, id: Look['goal']): string {
  const name = (plan && goalOf(plan, id)?.name.text) ?? ''
  return name.trim() === '' ? t('goals.unnamed') : name
}

/** The last words before a caret, so that one can find it in the text. */
function wordsBefore(plan: Plan | null, at: Look): string {
  const text = (plan && textAt(plan, at)?.text) ?? ''
  return (text.slice(0, at.head).match(/\S+/gu) ?? []).slice(-WORDS_SAID).join(' ')
}

/** Whether somebody else's caret is in a goal's statement. */
export function isVisitedGoal(view: LiveView, goal: Look['goal']): boolean {
  return view.here.some(({ at }) => at?.goal === goal && at.field === 'statement')
}
