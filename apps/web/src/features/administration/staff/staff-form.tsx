import { useMutation, useQueryClient } from '@tanstack/react-query'
import { type SubmitEvent, useState } from 'react'
import type { StaffRole } from '@accord/domain/access/subject'
import { staffSchema, type StaffMember } from '@accord/domain/rest/people'
import { Button } from '@accord/ui/controls/button'
import { ManyPills } from '@accord/ui/controls/choice-pills'
import { TextField } from '@accord/ui/controls/text-field'
import { emailMeant } from '../../../lib/email-fix.js'
import { refusalCode } from '../../../lib/request-failure.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'
import { saveStaff } from '../api/staff.js'
import { SaveTrouble } from '../save-trouble.js'

const ROLES: readonly StaffRole[] = ['practitioner', 'supervisor', 'administrator']

interface StaffFormProps {
  /** Null for somebody new. */
  readonly member: StaffMember | null
  readonly onSaved: (member: StaffMember) => void
}

export function StaffForm({ member, onSaved }: StaffFormProps) {
  const t = useWebMessages()
  const queries = useQueryClient()
  const [name, setName] = useState(member?.name ?? '')
  const [email, setEmail] = useState(member?.email ?? '')
  const [roles, setRoles] = useState<readonly StaffRole[]>(member?.roles ?? ['practitioner'])
  const [isAsked, setIsAsked] = useState(false)
  const body = { name, email, roles: [...roles] }
  const read = staffSchema.safeParse(body)
  const wrong = new Set(read.success ? [] : read.error.issues.map(({ path }) => path[0]))
  const meant = emailMeant(email)
  const saving = useMutation({
    mutationFn: () => saveStaff(member?.id ?? null, body),
    onSuccess: async (saved) => {
      setIsAsked(false)
      await queries.invalidateQueries()
      onSaved(saved)
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    setIsAsked(true)
    if (read.success && meant === null) saving.mutate()
  }
  const code = refusalCode(saving.error)
  const emailTrouble = () => {
    if (code === 'email-taken') return t('desk.emailTaken')
    if (!isAsked) return undefined
    if (email.trim() === '') return t('desk.field.staffEmail')
    if (meant !== null) return t('field.emailMeant', { email: meant })
    return wrong.has('email') ? t('field.emailUnlikely') : undefined
  }
  const rolesTrouble =
    code === 'last-administrator'
      ? t('desk.lastAdministrator')
      : isAsked && wrong.has('roles')
        ? t('desk.field.roles')
        : undefined
  return (
    <form onSubmit={submit} noValidate className="web-desk-form">
      <TextField
        label={t('desk.label.name')}
        value={name}
        onChange={setName}
        autoComplete="off"
        error={isAsked && wrong.has('name') ? t('desk.field.name') : undefined}
      />
      <TextField
        label={t('desk.label.staffEmail')}
        description={t('desk.label.emailHint')}
        type="email"
        value={email}
        onChange={setEmail}
        autoComplete="off"
        error={emailTrouble()}
        fix={
          isAsked && meant !== null
            ? { label: t('field.use', { value: meant }), onAccept: () => setEmail(meant) }
            : undefined
        }
      />
      <ManyPills
        label={t('desk.label.roles')}
        description={t('desk.label.rolesHint')}
        choices={ROLES.map((role) => ({ id: role, label: t('account.role', { role }) }))}
        chosen={roles}
        onChoose={setRoles}
        error={rolesTrouble}
      />
      <SaveTrouble error={code === 'email-taken' || code === 'last-administrator' ? null : saving.error} />
      <div className="web-desk-actions">
        <Button kind="primary" type="submit" isPending={saving.isPending}>
          {member === null ? t('desk.staff.save') : t('desk.save')}
        </Button>
      </div>
    </form>
  )
}
