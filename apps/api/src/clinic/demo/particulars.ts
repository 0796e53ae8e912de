import type { ClientBody } from '@accord/domain/rest/people'
import type { DemoKey } from './people.js'

type Particulars = Omit<ClientBody, 'name' | 'email'>

const near = (name: string, relation: string, phone: string) => ({ name, relation, phone })

/** How the demo clinic's clients are reached, and whom to ring for them. The numbers are kept free for stories by Ofcom. */
export const PARTICULARS: Partial<Record<DemoKey, Particulars>> = {
  jonah: {
    pronouns: 'he / him',
    language: 'en',
    phone: '07700 900142',
    dateOfBirth: '1992-02-11',
    emergencyContact: near('Dele Okafor', 'brother', '07700 900143'),
  },
  priya: {
    pronouns: 'she / her',
    language: 'en',
    phone: '07700 900210',
    dateOfBirth: '1989-07-30',
    emergencyContact: near('Arun Raman', 'husband', '07700 900211'),
  },
  ines: {
    pronouns: 'she / her',
    language: 'pt',
    phone: '07700 900318',
    dateOfBirth: '1978-11-04',
    emergencyContact: near('Rui Carvalho', 'brother', '07700 900319'),
  },
  wren: {
    pronouns: 'they / them',
    language: 'en',
    phone: '07700 900405',
    dateOfBirth: '1996-05-19',
    emergencyContact: near('Ash Halloran', 'sibling', '07700 900406'),
  },
  samuel: {
    pronouns: 'he / him',
    language: 'en',
    phone: '07700 900511',
    dateOfBirth: '1984-01-23',
    emergencyContact: near('Efua Adjei', 'mother', '020 7946 0151'),
  },
  tomasz: {
    pronouns: 'he / him',
    language: 'en',
    phone: '07700 900604',
    dateOfBirth: '1971-09-08',
    emergencyContact: near('Halina Zielińska', 'wife', '07700 900605'),
  },
  ana: {
    pronouns: 'she / her',
    language: 'es',
    phone: '07700 900722',
    dateOfBirth: '1986-03-27',
    emergencyContact: near('Luis Ferreira', 'husband', '07700 900723'),
  },
  luis: {
    pronouns: 'he / him',
    language: 'es',
    phone: '07700 900723',
    dateOfBirth: '1985-12-02',
    emergencyContact: near('Ana Ferreira', 'wife', '07700 900722'),
  },
  ellis: {
    pronouns: 'they / them',
    language: 'en',
    phone: null,
    dateOfBirth: '2011-06-15',
    emergencyContact: near('Petra Novak', 'mother', '07700 900830'),
  },
  petra: {
    pronouns: 'she / her',
    language: 'en',
    phone: '07700 900830',
    dateOfBirth: null,
    emergencyContact: near('Milan Novak', 'husband', '07700 900831'),
  },
  layla: {
    pronouns: 'she / her',
    language: 'ar',
    phone: '07700 900940',
    dateOfBirth: '1990-10-12',
    emergencyContact: near('Nour Haddad', 'sister', '07700 900941'),
  },
  grace: {
    pronouns: 'she / her',
    language: 'en',
    phone: '020 7946 0170',
    dateOfBirth: '1958-04-03',
    emergencyContact: near('Kofi Mensah', 'son', '07700 900152'),
  },
  oscar: {
    pronouns: 'he / him',
    language: 'en',
    phone: '07700 900163',
    dateOfBirth: '1994-08-21',
    emergencyContact: near('June Pryce', 'mother', '020 7946 0188'),
  },
}
