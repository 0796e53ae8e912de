import { useState } from 'react'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { Button } from '@accord/ui/controls/button'
import { Dialog } from '@accord/ui/controls/dialog'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { AddedItems } from './added-items.js'
import { useWebMessages } from '../use-web-messages.js'
import { useAdded } from './addenda.js'
import { useWhoSays, type Where } from './use-who-says.js'

interface AddedMarkProps {
  readonly caseId: CaseId
  /** Whether it was added to what this marks. */
  readonly isHere: (one: RecordAddendum) => boolean
  /** What this marks, so that it has a name of its own among others. */
  readonly title: string
  readonly where?: Where
}

/** Where there is no room for the words: whose they are, and a press to read them with what they are about. (AD9) */
export function AddedMark({ caseId, isHere, title, where = 'other' }: AddedMarkProps) {
  const t = useWebMessages()
  const [isOpen, setOpen] = useState(false)
  const { addenda, people } = useAdded(caseId, isHere)
  const sentence = useWhoSays({ addenda, people, where })
  if (addenda.length === 0) return null
  return (
    <div className="web-added-mark">
      <Button
        kind="quiet"
        size="small"
        icon={<CommentIcon size={15} />}
        aria-haspopup="dialog"
        aria-label={t('beside.saysOf', { sentence, title })}
        onPress={() => setOpen(true)}
      >
        {sentence}
      </Button>
      {isOpen && (
        <Dialog title={title} isOpen onClose={() => setOpen(false)}>
          <AddedItems addenda={addenda} people={people} />
        </Dialog>
      )}
    </div>
  )
}
