import { useState } from 'react'
import {
  BODY_REGIONS,
  hasIntensity,
  LONGEST_MARK,
  MARK_KINDS,
  MOST_MARKS,
  regionId,
  type BodyMark,
  type MarkKind,
} from '@accord/domain/note/body-map'
import { cleanText } from '@accord/domain/text/characters'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { IconButton } from '@accord/ui/controls/icon-button'
import { TextField } from '@accord/ui/controls/text-field'
import { CloseIcon } from '@accord/ui/icons/close-icon'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { BodyMap } from '@accord/ui/note/body-map'
import type { NoteWords } from '@accord/ui/note/note-words'
import { useWebMessages } from '../../lib/use-web-messages.js'

interface BodyMarksProps {
  readonly marks: readonly BodyMark[]
  readonly say: NoteWords
  readonly onChange: (marks: readonly BodyMark[]) => void
}

const FIRST = BODY_REGIONS.map(regionId)[0] ?? ''
const STRENGTHS = ['none', ...Array.from({ length: 11 }, (_, value) => `${value}`)] as const

/** The body of a massage note: pick on the picture or in the list, say what is there. (NO5) */
export function BodyMarks({ marks, say, onChange }: BodyMarksProps) {
  const t = useWebMessages()
  const ui = useUiMessages()
  const [region, setRegion] = useState(FIRST)
  const [kind, setKind] = useState<MarkKind>('tension')
  const [strength, setStrength] = useState('none')
  const [words, setWords] = useState('')
  const isFull = marks.length >= MOST_MARKS
  const add = () => {
    const intensity = strength === 'none' || !hasIntensity(kind) ? null : Number(strength)
    onChange([...marks, { region, kind, intensity, words: words.trim() }])
    setWords('')
    setStrength('none')
  }
  return (
    <section className="web-note-section" aria-labelledby="note-body">
      <div>
        <h2 id="note-body">{ui('note.marks')}</h2>
        <p className="ac-muted">{t('note.body.help')}</p>
      </div>
      <div>
        <BodyMap marks={marks} say={say} picked={region} onPick={setRegion} />
        <div className="web-note-mark">
          <ChoiceField
            label={t('note.body.region')}
            choices={BODY_REGIONS.map((one) => ({ id: regionId(one), label: say.region(regionId(one)) }))}
            chosen={region}
            onChoose={setRegion}
          />
          <ChoiceField
            label={t('note.body.kind')}
            choices={MARK_KINDS.map((id) => ({ id, label: ui(`note.mark.${id}`) }))}
            chosen={kind}
            onChoose={setKind}
          />
          {hasIntensity(kind) && (
            <ChoiceField
              label={t('note.body.strength')}
              choices={STRENGTHS.map((id) => ({ id, label: id === 'none' ? '–' : id }))}
              chosen={strength}
              onChoose={setStrength}
            />
          )}
          <TextField
            label={t('note.body.words')}
            value={words}
            maxLength={LONGEST_MARK}
            onChange={(value) => setWords(cleanText(value))}
          />
          <Button size="small" isDisabled={isFull} onPress={add}>
            {t('note.body.add')}
          </Button>
        </div>
        <ol className="web-note-marks">
          {marks.map((mark, at) => (
            <li key={at}>
              <span dir="auto">{say.mark(mark)}</span>
              <IconButton
                label={t('note.body.remove', { mark: say.mark(mark) })}
                size="small"
                onPress={() => onChange(marks.filter((_, index) => index !== at))}
              >
                <CloseIcon size={14} />
              </IconButton>
            </li>
          ))}
        </ol>
      </div>
    </section>
  )
}
