import { useId } from 'react'
import type { Goal } from '@accord/domain/goal/goal'
import { hasWords } from '@accord/domain/goal/wording'
import { Button } from '@accord/ui/controls/button'
import { useFormat } from '@accord/ui/messages/use-format'
import type { Sharing } from '@accord/ui/private/use-sharing'
import { givenName } from '../../../lib/people.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { useRoom } from '../room/room-context.js'

interface ShareFootProps {
  readonly id: string
  readonly goal: Goal
  readonly sharing: Sharing
  readonly onShare: () => void
  readonly onKeep: () => void
}

/** Under a draft: who can't read it, who could then, and the one act that makes it so; five seconds to think again. */
export function ShareFoot({ id, goal, sharing, onShare, onKeep }: ShareFootProps) {
  const t = useWebMessages()
  const format = useFormat()
  const emptyId = useId()
  const { people, viewer } = useRoom()
  const others = people.filter(({ person }) => person !== viewer)
  const listed = (some: typeof others) => format.list(some.map(({ name }) => givenName(name)))
  const readers = listed(others)
  const parties = listed(others.filter(({ relation }) => relation !== 'supervisor'))
  const isEmpty = !hasWords(goal.statement.text)
  const sentence = () => {
    switch (sharing.kind) {
      case 'kept':
        return t('drafts.onlyYou', { readers })
      case 'soon':
        return t('drafts.soon', { readers, seconds: sharing.seconds })
      case 'sharing':
        return t('drafts.sharing')
      case 'failed':
        return t(sharing.why === 'unreachable' ? 'drafts.shareFailed' : 'drafts.shareRefused')
    }
  }
  return (
    <div className="web-draft-foot">
      <p className="ac-muted ac-small" id={id} role="status">
        {sentence()} {isEmpty && <span id={emptyId}>{t('drafts.shareEmpty')}</span>}
      </p>
      {sharing.kind === 'soon' ? (
        <Button size="small" autoFocus onPress={onKeep}>
          {t('drafts.keepIt')}
        </Button>
      ) : (
        <Button
          size="small"
          isPending={sharing.kind === 'sharing'}
          blockedBy={isEmpty ? emptyId : undefined}
          onPress={onShare}
        >
          {t('drafts.share', { names: parties })}
        </Button>
      )}
    </div>
  )
}
