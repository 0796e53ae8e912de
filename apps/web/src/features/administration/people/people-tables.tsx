import type { ClientRow, SignInState, StaffMember } from '@accord/domain/rest/people'
import { Link } from '@accord/ui/controls/link'
import { Chip, type ChipTone } from '@accord/ui/controls/chip'
import { Table } from '@accord/ui/controls/table'
import { useFormat } from '@accord/ui/messages/use-format'
import { useSelf } from '../../../lib/self-context.js'
import { useWebMessages } from '../../../lib/use-web-messages.js'

export function ClientsTable({ clients }: { readonly clients: readonly ClientRow[] }) {
  const t = useWebMessages()
  return (
    <Table
      caption={t('desk.clients.heading')}
      rows={clients}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('desk.column.who'),
          isRowHeader: true,
          cell: ({ id, name, pronouns }) => (
            <>
              <Link href={`/administration/clients/${id}`}>{name}</Link>
              {pronouns !== null && <span className="web-pronouns ac-muted">{pronouns}</span>}
            </>
          ),
        },
        { id: 'email', header: t('desk.column.email'), cell: ({ email }) => email },
        {
          id: 'cases',
          header: t('desk.column.cases'),
          cell: ({ cases }) => t('desk.clients.cases', { count: cases.length }),
        },
        {
          id: 'signIn',
          header: t('desk.column.signIn'),
          cell: ({ signIn }) => <SignInChip state={signIn} />,
        },
      ]}
    />
  )
}

export function StaffTable({ staff }: { readonly staff: readonly StaffMember[] }) {
  const t = useWebMessages()
  const format = useFormat()
  const { person } = useSelf()
  return (
    <Table
      caption={t('desk.staff.heading')}
      rows={staff}
      rowKey={({ id }) => id}
      columns={[
        {
          id: 'name',
          header: t('desk.column.who'),
          isRowHeader: true,
          cell: ({ id, name }) => (
            <>
              <Link href={`/administration/staff/${id}`}>{name}</Link>
              {id === person.id && <span className="web-pronouns ac-muted">{t('desk.staff.you')}</span>}
            </>
          ),
        },
        {
          id: 'does',
          header: t('desk.column.does'),
          cell: ({ roles }) => format.list(roles.map((role) => t('account.role', { role }))),
        },
        { id: 'email', header: t('desk.column.email'), cell: ({ email }) => email },
        {
          id: 'signIn',
          header: t('desk.column.signIn'),
          cell: ({ signIn }) => <SignInChip state={signIn} />,
        },
      ]}
    />
  )
}

const TONES: Readonly<Record<SignInState, ChipTone>> = {
  'not-invited': 'attention',
  invited: 'outline',
  active: 'quiet',
  disabled: 'danger',
}

export function SignInChip({ state }: { readonly state: SignInState }) {
  const t = useWebMessages()
  return (
    <Chip tone={TONES[state]}>
      {t('desk.signIn.state', { state: state === 'not-invited' ? 'none' : state })}
    </Chip>
  )
}
