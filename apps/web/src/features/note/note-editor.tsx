import { useState } from 'react'
import { countWords, inForm, isBlank } from '@accord/domain/note/content'
import { hasBodyMap } from '@accord/domain/note/kind'
import type { NoteDesk, NoteDraft, NoteView } from '@accord/domain/rest/note'
import { Button } from '@accord/ui/controls/button'
import { ChoiceField } from '@accord/ui/controls/choice-field'
import { ButtonLink } from '@accord/ui/controls/link'
import { useNoteWords } from '@accord/ui/note/note-words'
import { ConsoleColumns } from '@accord/ui/shell/console-shell'
import { WordingHints } from '@accord/ui/wording/lazy'
import { InFrame } from '../../lib/frame.js'
import { givenName, personOf } from '../../lib/people.js'
import { useWebMessages } from '../../lib/use-web-messages.js'
import { BodyMarks } from './body-marks.js'
import { formChoices, formId } from './forms.js'
import { NoteBox } from './note-box.js'
import { NoteHead, NoteReaders } from './note-head.js'
import { NoteSide } from './note-side.js'
import { OtherTab } from './other-tab.js'
import { Returned } from './returned.js'
import { SavedWords } from './saved-words.js'
import { SignDialog } from './sign-dialog.js'
import { useDraft } from './use-draft.js'

interface NoteEditorProps {
  readonly desk: NoteDesk
  readonly onSigned: (view: NoteView) => void
}

/** Where a note is written, in any form, and from where it is signed. */
export function NoteEditor({ desk, onSigned }: NoteEditorProps) {
  const t = useWebMessages()
  const say = useNoteWords(desk.people)
  const draft = useDraft(desk)
  const { content, change, saving } = draft
  const [signing, setSigning] = useState<{ draft: NoteDraft; coSigner: string | null } | null>(null)
  const choices = formChoices(desk, content.form)
  const filled = content.sections.filter(({ words }) => words.trim() !== '').length
  const write = (section: string, words: string) =>
    change({
      ...content,
      sections: content.sections.map((one) => (one.section === section ? { section, words } : one)),
    })
  const begin = async (coSigner: string | null) => {
    const saved = await draft.flush()
    if (saved) setSigning({ draft: saved, coSigner })
  }
  const [asked] = desk.coSigners
  return (
    <>
      <InFrame slot="status">
        <SavedWords saving={saving} />
        <ChoiceField
          label={t('note.form')}
          choices={choices.map(({ id, form }) => ({ id, label: say.form(form) }))}
          chosen={formId(content.form)}
          onChoose={(id) => {
            const chosen = choices.find((one) => one.id === id)
            if (chosen) change(inForm(content, chosen.form))
          }}
        />
      </InFrame>
      <ConsoleColumns sideLabel={t('note.side')} side={<NoteSide desk={desk} draft={draft} say={say} />}>
        <div className="web-note-sheet">
          <NoteHead of={desk} />
          <NoteReaders of={desk} />
          {desk.own !== null && <Returned of={desk.own} />}
          {saving.kind === 'conflict' && <OtherTab draft={draft} theirs={saving.theirs} say={say} />}
          {content.sections.map(({ section, words }) => (
            <NoteBox
              key={section}
              title={say.section(content.form, section)}
              help={say.help(content.form, section)}
              words={words}
              onChange={(next) => write(section, next)}
              hints={
                <WordingHints
                  text={words}
                  textId={`${desk.session.session} ${section}`}
                  onText={(next) => write(section, next)}
                />
              }
            />
          ))}
          {(content.marks.length > 0 ||
            (content.form.kind !== 'template' && hasBodyMap(content.form.kind))) && (
            <BodyMarks marks={content.marks} say={say} onChange={(marks) => change({ ...content, marks })} />
          )}
        </div>
      </ConsoleColumns>
      <div className="web-note-bar">
        <span className="ac-muted ac-small" id="note-count">
          {t('note.count', { words: countWords(content), filled, quotes: content.quotes.length })}
        </span>
        <span className="ac-grow" />
        <ButtonLink kind="quiet" href={`/clients/${desk.session.caseId}/notes`}>
          {t('note.leave')}
        </ButtonLink>
        {asked !== undefined && (
          <Button isDisabled={isBlank(content)} onPress={() => void begin(asked)}>
            {t('note.signAndAsk', { name: givenName(personOf(desk.people, asked)?.name ?? '') })}
          </Button>
        )}
        <Button kind="primary" isDisabled={isBlank(content)} onPress={() => void begin(null)}>
          {t('note.sign')}
        </Button>
      </div>
      {signing !== null && (
        <SignDialog desk={desk} say={say} {...signing} onClose={() => setSigning(null)} onSigned={onSigned} />
      )}
    </>
  )
}
