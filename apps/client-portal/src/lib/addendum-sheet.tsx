import { useState } from 'react'
import { samePlace } from '@accord/domain/addendum/item'
import { LONGEST_ADDENDUM, type RecordAddenda, type RecordItem } from '@accord/domain/rest/addenda'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { Sheet } from '@accord/ui/controls/sheet'
import { TextField } from '@accord/ui/controls/text-field'
import { useFormat } from '@accord/ui/messages/use-format'
import { useAddTo } from './addenda.js'
import { nameOf } from './people.js'
import { failureOf } from './request.js'
import { useSelf } from './self-context.js'
import { toasts } from './toasts.js'
import { usePortalMessages } from './use-portal-messages.js'

interface AddendumSheetProps {
  readonly record: RecordAddenda
  readonly item: RecordItem
  readonly onClose: () => void
}

/** Says beside an item of the record how it was: what stands there stays, and whoever reads the one reads the other. (AD2) */
export function AddendumSheet({ record, item, onClose }: AddendumSheetProps) {
  const t = usePortalMessages()
  const readers = useReaders(record, item)
  const [words, setWords] = useState('')
  const [isMissing, setMissing] = useState(false)
  const adding = useAddTo(record.caseId, () => {
    toasts.add({ kind: 'done', words: t('addenda.done') })
    onClose()
  })
  const press = () => {
    const said = cleanText(words).trim()
    setMissing(said === '')
    if (said === '') return
    const { kind, item: id, entry } = item
    const number = record.addenda.filter((one) => samePlace(one, item)).length + 1
    adding.mutate({ place: { kind, item: id, entry }, number, words: said })
  }
  const failure = adding.error && failureOf(adding.error)
  const hasMoved = failure?.kind === 'refused' && failure.code === 'words-changed'
  const trouble = hasMoved ? t('addenda.moved') : adding.isError ? t('addenda.notSent') : undefined
  return (
    <Sheet title={t('addenda.add')} isOpen onClose={onClose}>
      <div className="pt-take">
        <p>{t('addenda.what')}</p>
        <TextField
          label={t('addenda.label')}
          description={readers}
          lines={4}
          maxLength={LONGEST_ADDENDUM}
          value={words}
          onChange={(next) => {
            setWords(next.replaceAll('\u0085', '\n'))
            setMissing(false)
          }}
          error={isMissing ? t('addenda.missing') : trouble}
          autoFocus
        />
        <Button kind="primary" block size="large" isPending={adding.isPending} onPress={press}>
          {t('addenda.do')}
        </Button>
      </div>
    </Sheet>
  )
}

/** The server's own answer to who reads the item, in words. (AD2) */
function useReaders({ people }: RecordAddenda, { readers }: RecordItem): string {
  const t = usePortalMessages()
  const format = useFormat()
  const { person } = useSelf()
  const others = readers.filter((one) => one !== person.id).flatMap((one) => nameOf(people, one) ?? [])
  return others.length === 0
    ? t('addenda.readersAlone')
    : t('addenda.readers', { readers: format.list([t('readers.you'), ...others]) })
}
