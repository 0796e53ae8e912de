import { useId, useRef } from 'react'
import { Label, Text, TextArea, TextField } from 'react-aria-components'
import { LONGEST_BOX, type EndingBox } from '@accord/domain/ending/box'
import { cleanText } from '@accord/domain/text/characters'
import type { PersonName } from '@accord/domain/sync/wire'
import { Button } from '../controls/button.js'
import { CheckIcon } from '../icons/check-icon.js'
import { CloudOffIcon } from '../icons/cloud-off-icon.js'
import { ReadersBox } from '../private/readers-box.js'
import { ReadersDiscs } from '../private/readers-discs.js'
import { WordingHints } from '../wording/lazy.js'
import type { BoxSaving, StoredBox } from './box-keeper.js'
import type { OpenPackProps } from './open-pack-props.js'
import { useBox } from './use-box.js'
import { useUiMessages } from '../messages/use-ui-messages.js'

interface OwnBoxProps extends Pick<OpenPackProps, 'page' | 'hands' | 'keepers'> {
  readonly writer: PersonName
  readonly box: EndingBox
  /** Who reads it, the writer left out. */
  readonly readers: readonly PersonName[]
  readonly names: string
}

/** A box of one's own, in one's ink; the others read it as soon as it is saved. (EN2) */
export function OwnBox({ page, hands, keepers, writer, box, readers, names }: OwnBoxProps) {
  const t = useUiMessages()
  const sentenceId = useId()
  const area = useRef<HTMLTextAreaElement>(null)
  const { words, saving, keeper } = useBox({ page, hands, keepers }, writer.person, box)
  const settle = (text: string, over: StoredBox) => {
    keeper.settle(text, over)
    area.current?.focus()
  }
  const change = (text: string) => keeper.change(cleanText(text).replaceAll('\t', ' '))
  return (
    <div className="ac-ending-own">
      <TextField
        className="ac-readers-field"
        value={words}
        onChange={change}
        onBlur={() => void keeper.flush()}
        maxLength={LONGEST_BOX}
        aria-describedby={sentenceId}
      >
        <Label className="ac-label">{t(`ending.box.${box}`)}</Label>
        <Text slot="description" className="ac-hint">
          {t(`ending.box.${box}.hint`)}
        </Text>
        <div data-relation={writer.relation} className="ac-ending-ink">
          <ReadersBox
            standing="shared"
            discs={<ReadersDiscs readers={readers} />}
            sentence={t('ending.box.readers', { names })}
            sentenceId={sentenceId}
            action={<Saved saving={saving} isBlank={words === ''} />}
          >
            <TextArea ref={area} dir="auto" rows={3} />
          </ReadersBox>
        </div>
      </TextField>
      <WordingHints text={words} textId={`${page.caseId} ending ${box}`} onText={change} />
      {saving.kind === 'conflict' && <Both here={words} theirs={saving.theirs} onSettle={settle} />}
    </div>
  )
}

function Saved({ saving, isBlank }: { readonly saving: BoxSaving; readonly isBlank: boolean }) {
  const t = useUiMessages()
  if (isBlank && saving.kind === 'saved') return null
  const isTrouble = ['not-saved', 'conflict', 'closed'].includes(saving.kind)
  return (
    <span className="ac-saved ac-ending-saved" data-kind={isTrouble ? 'not-saved' : 'saved'} role="status">
      {saving.kind === 'saved' && <CheckIcon size={15} />}
      {isTrouble && <CloudOffIcon size={15} />}
      {t(`ending.saving.${saving.kind}`)}
    </span>
  )
}

interface BothProps {
  readonly here: string
  readonly theirs: StoredBox
  readonly onSettle: (words: string, over: StoredBox) => void
}

/** Saved in another tab in between: both texts, and nothing is overwritten until the writer chose. (EN2) */
function Both({ here, theirs, onSettle }: BothProps) {
  const t = useUiMessages()
  return (
    <div className="ac-ending-both" role="alert">
      <p>{t('ending.both.sentence')}</p>
      <p className="ac-ending-words" dir="auto">
        {theirs.words === '' ? t('ending.both.empty') : theirs.words}
      </p>
      <div className="ac-ending-acts">
        <Button kind="primary" onPress={() => onSettle([theirs.words, here].join('\n\n').trim(), theirs)}>
          {t('ending.both.keep')}
        </Button>
        <Button onPress={() => onSettle(here, theirs)}>{t('ending.both.here')}</Button>
        <Button onPress={() => onSettle(theirs.words, theirs)}>{t('ending.both.there')}</Button>
      </div>
    </div>
  )
}
