import type { Goal } from '../goal/goal.js'
import { hasWords } from '../goal/wording.js'
import type { Payload } from '../history/payload.js'
import { isUuidV7 } from '../ids.js'
import { refuse, type Refusal } from '../refusal.js'
import type { ConversationCommand } from './command.js'
import type { PlanLimits } from './limits.js'
import { wordsRefusal } from './words.js'

/** Decides on what is said beside a goal. (CM1–CM3) */
export function decideConversation(
  goal: Goal,
  command: ConversationCommand,
  limits: PlanLimits,
): Payload | Refusal {
  const no = spokenRefusal(command, limits)
  if (no) return no
  const id = goal.id
  switch (command.name) {
    case 'comment.add': {
      const { comment, text, asks } = command
      const taken = newIdRefusal(comment, goal.comments, limits)
      return taken ?? { kind: 'comment.add', goal: id, comment, text, asks }
    }
    case 'comment.answer': {
      const { comment, text } = command
      const asked = goal.comments.find((one) => one.id === comment)
      if (!asked?.asks) return refuse('not-found')
      return asked.answer ? refuse('already-exists') : { kind: 'comment.answer', goal: id, comment, text }
    }
    case 'topic.add': {
      const { topic, about, helps } = command
      return newIdRefusal(topic, goal.topics, limits) ?? { kind: 'topic.add', goal: id, topic, about, helps }
    }
    case 'win.add': {
      const { win, text } = command
      return newIdRefusal(win, goal.wins, limits) ?? { kind: 'win.add', goal: id, win, text }
    }
  }
}

function spokenRefusal(command: ConversationCommand, limits: PlanLimits): Refusal | null {
  const spoken = command.name === 'topic.add' ? [command.about, command.helps] : [command.text]
  if (!spoken.every(hasWords)) return refuse('malformed', 'nothing was said')
  return spoken.map((words) => wordsRefusal(words, limits.longestReason)).find((no) => no !== null) ?? null
}

function newIdRefusal(
  id: string,
  others: readonly { readonly id: string }[],
  limits: PlanLimits,
): Refusal | null {
  if (!isUuidV7(id)) return refuse('malformed', 'an id is a UUID of version 7')
  if (others.some((other) => other.id === id)) return refuse('already-exists')
  return others.length >= limits.mostPerGoal ? refuse('too-large') : null
}
