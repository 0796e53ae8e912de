import { useState, type ReactNode } from 'react'
import { openQuestions, type GoalComment } from '@accord/domain/goal/conversation'
import { IconButton } from '../controls/icon-button.js'
import { Button } from '../controls/button.js'
import { Menu } from '../controls/menu.js'
import { type GoalAtHand, nameAmong } from '../goal/goal-at-hand.js'
import { PartHeading } from '../goal/part-heading.js'
import { MoreIcon } from '../icons/more-icon.js'
import { useUiMessages } from '../messages/use-ui-messages.js'
import { CommentItem } from './comment-item.js'
import { SaidBy } from './said-by.js'
import { SayDialog, type Saying } from './say-dialog.js'

interface GoalTalkProps {
  readonly at: GoalAtHand
  /** What else can be done with something that was said. */
  readonly beside?: (comment: GoalComment) => ReactNode
}

/** What is said beside a goal: open questions first, then the rest as it was said; topic cards and small wins. */
export function GoalTalk({ at, beside }: GoalTalkProps) {
  const t = useUiMessages()
  const { goal, mayWrite } = at
  const { comments, topics, wins } = goal
  const open = openQuestions(comments)
  const told = [...open, ...comments.filter((comment) => !open.includes(comment))]
  return (
    <section className="ac-talk" aria-label={t('talk.heading')}>
      {told.length > 0 && (
        <Part at={at} heading={t('talk.said')}>
          {told.map((comment) => (
            <li key={comment.id}>
              <CommentItem at={at} comment={comment} />
              {beside?.(comment)}
            </li>
          ))}
        </Part>
      )}
      {topics.length > 0 && (
        <Part at={at} heading={t('talk.topics')}>
          {topics.map((topic) => (
            <li key={topic.id} className="ac-topic" data-relation={at.voices[topic.by]?.relation}>
              <p className="ac-label" dir="auto">
                {t('talk.about', { topic: topic.topic })}
              </p>
              <p dir="auto">{topic.helps}</p>
              <p className="ac-muted ac-small">{nameAmong(t, at.voices, topic.by)}</p>
            </li>
          ))}
        </Part>
      )}
      {wins.length > 0 && (
        <Part at={at} heading={t('talk.wins')}>
          {wins.map((win) => (
            <li key={win.id}>
              <SaidBy at={at} said={win} />
            </li>
          ))}
        </Part>
      )}
      {mayWrite && <Sayings at={at} />}
    </section>
  )
}

interface PartProps {
  readonly at: GoalAtHand
  readonly heading: string
  readonly children: ReactNode
}

function Part({ at, heading, children }: PartProps) {
  return (
    <>
      <PartHeading at={at}>{heading}</PartHeading>
      <ul>{children}</ul>
    </>
  )
}

const MORE = ['win', 'topic'] as const

/** The two things said most often, and the others behind a menu. */
function Sayings({ at }: { readonly at: GoalAtHand }) {
  const t = useUiMessages()
  const [saying, setSaying] = useState<Saying | null>(null)
  return (
    <div className="ac-row">
      <Button kind="quiet" size="small" onPress={() => setSaying('comment')}>
        {t('talk.say.comment')}
      </Button>
      <Button kind="quiet" size="small" onPress={() => setSaying('question')}>
        {t('talk.say.question')}
      </Button>
      <Menu
        label={t('talk.more')}
        trigger={
          <IconButton label={t('talk.more')} size="small">
            <MoreIcon />
          </IconButton>
        }
        choices={MORE.map((id) => ({ id, label: t(`talk.say.${id}`) }))}
        onChoose={(id) => setSaying(MORE.find((one) => one === id) ?? null)}
      />
      {saying !== null && <SayDialog at={at} saying={saying} onClose={() => setSaying(null)} />}
    </div>
  )
}
