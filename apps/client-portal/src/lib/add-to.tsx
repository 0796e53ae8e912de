import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { samePlace, type ItemPlace } from '@accord/domain/addendum/item'
import type { CaseId } from '@accord/domain/ids'
import type { RecordAddenda, RecordItem } from '@accord/domain/rest/addenda'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { useItemWords } from '@accord/ui/addenda/use-item-words'
import { Button } from '@accord/ui/controls/button'
import { addendaQuery } from './addenda.js'
import { AddendumSheet } from './addendum-sheet.js'
import { usePortalMessages } from './use-portal-messages.js'

interface AddToProps {
  readonly caseId: CaseId
  readonly place: ItemPlace
  /** What a moment that stands in no list is called. */
  readonly moment?: string
  /** What it is called where several of its kind stand on one page; its kind otherwise. */
  readonly title?: string
}

/** What was added to an item of the record, and the way to add: beneath the item, wherever it stands. (AD1, AD4) */
export function AddTo({ caseId, place, moment, title }: AddToProps) {
  const t = usePortalMessages()
  const { data: record, dataUpdatedAt } = useQuery(addendaQuery(caseId))
  const [isOpen, setOpen] = useState(false)
  const say = useItemWords(record?.people ?? [])
  if (record === undefined) return null
  const now = new Date(dataUpdatedAt)
  const item = record.items.find((one) => samePlace(one, place)) ?? momentOf(record, place, moment)
  const added = record.addenda.filter((one) => samePlace(one, place))
  return (
    <>
      <AddedWords addenda={added} people={record.people} now={now} />
      {item !== undefined && record.mayAdd && (
        <div className="pt-add-to">
          <Button
            kind="quiet"
            size="small"
            aria-label={t('addenda.add.of', { title: title ?? say(item, now).title })}
            onPress={() => setOpen(true)}
          >
            {t('addenda.add')}
          </Button>
        </div>
      )}
      {isOpen && item !== undefined && (
        <AddendumSheet record={record} item={item} onClose={() => setOpen(false)} />
      )}
    </>
  )
}

/** Any moment of a log that the asker reads, in so far as one can say what it is. */
function momentOf({ logs }: RecordAddenda, place: ItemPlace, name?: string): RecordItem | undefined {
  const log = logs.find((one) => place.kind === 'moment' && one.log === place.item)
  if (log === undefined || name === undefined) return undefined
  const about = { at: null, by: null, number: null, name, words: null }
  return { ...place, about, client: null, readers: log.readers }
}
