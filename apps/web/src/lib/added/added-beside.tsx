import { useId } from 'react'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddendum } from '@accord/domain/rest/addenda'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { CommentIcon } from '@accord/ui/icons/comment-icon'
import { useNow } from '../use-now.js'
import { useAdded } from './addenda.js'
import { useWhoSays } from './use-who-says.js'

interface AddedBesideProps {
  readonly caseId: CaseId
  /** Whether it was added to what stands here. */
  readonly isHere: (one: RecordAddendum) => boolean
  /** Whether what it was added to is an earlier version of this. */
  readonly isEarlier?: boolean
}

/** What clients and guardians say of an item of the record, where the item itself is read; nothing where they say nothing. (AD9) */
export function AddedBeside({ caseId, isHere, isEarlier = false }: AddedBesideProps) {
  const now = useNow()
  const titleId = useId()
  const { addenda, people } = useAdded(caseId, isHere)
  const title = useWhoSays({ addenda, people, where: isEarlier ? 'earlier' : 'other' })
  if (addenda.length === 0) return null
  return (
    <div className="web-beside" role="group" aria-labelledby={titleId}>
      <p className="web-beside-title" id={titleId}>
        <CommentIcon size={15} />
        {title}
      </p>
      <AddedWords addenda={addenda} people={people} now={now} />
    </div>
  )
}
