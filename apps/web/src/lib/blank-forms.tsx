import { useQuery } from '@tanstack/react-query'
import { NOTE_KINDS } from '@accord/domain/note/kind'
import { useUiMessages } from '@accord/ui/messages/use-ui-messages'
import { noteFormsQuery } from './note-forms.js'
import { PaperButton } from './paper-button.js'
import { useWebMessages } from './use-web-messages.js'

/** Every form with room to write by hand. (NO15) */
export function BlankForms() {
  const t = useWebMessages()
  const ui = useUiMessages()
  const { data } = useQuery(noteFormsQuery)
  const own = data?.templates.filter(({ retired }) => !retired) ?? []
  const forms = [
    ...NOTE_KINDS.map((kind) => ({ id: kind, name: ui(`note.kind.${kind}`) })),
    ...own.map(({ template, name }) => ({ id: template, name })),
  ]
  return (
    <details className="web-blank-forms">
      <summary>{t('forms.blank')}</summary>
      <p className="ac-muted ac-small">{t('forms.blank.lead')}</p>
      <div>
        {forms.map(({ id, name }) => (
          <PaperButton key={id} address={`note-forms/${id}/blank`} file="form.pdf" label={name} />
        ))}
      </div>
    </details>
  )
}
