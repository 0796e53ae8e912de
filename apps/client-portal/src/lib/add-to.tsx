import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { samePlace, type ItemPlace } from '@accord/domain/addendum/item'
import type { CaseId } from '@accord/domain/ids'
import { AddedWords } from '@accord/ui/addenda/added-words'
import { useItemWords } from '@accord/ui/addenda/use-item-words'
import { Button } from '@accord/ui/controls/button'
import { addendaQuery } from './addenda.js'
import { AddendumSheet } from './addendum-sheet.js'
import { usePortalMessages } from './use-portal-messages.js'

interface AddToProps {
  readonly caseId: CaseId
  readonly place: ItemPlace
}

/** What was added to an item of the record, and the way to add: beneath the item, wherever it stands. (AD1, AD4) */
export function AddTo({ caseId, place }: AddToProps) {
  const t = usePortalMessages()
  const { data: record, dataUpdatedAt } = useQuery(addendaQuery(caseId))
  const [isOpen, setOpen] = useState(false)
  const say = useItemWords(record?.people ?? [])
  if (record === undefined) return null
  const now = new Date(dataUpdatedAt)
  const item = record.items.find((one) => samePlace(one, place))
  const added = record.addenda.filter((one) => samePlace(one, place))
  return (
    <>
      <AddedWords addenda={added} people={record.people} now={now} />
      {item !== undefined && record.mayAdd && (
        <div className="pt-add-to">
          <Button
            kind="quiet"
            size="small"
            aria-label={t('addenda.add.of', { title: say(item, now).title })}
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
