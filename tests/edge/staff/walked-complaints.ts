import { actOnComplaint, namedOnly } from '#functions/complaints/act-on-complaint.ts'
import { complaintNow } from '#functions/complaints/complaint-now.ts'
import { confirmRegistered } from '#functions/complaints/confirm-registered.ts'
import { enterComplaint } from '#functions/complaints/enter-complaint.ts'
import { exportComplaints } from '#functions/complaints/export-complaints.ts'
import { listComplaints } from '#functions/complaints/list-complaints.ts'
import { complaintSeenBy } from '#functions/complaints/see-complaint.ts'
import { showComplaint } from '#functions/complaints/show-complaint.ts'
import { COMPLAINT } from '../complaints/a-seeded-complaint.ts'
import { NOW } from '../support/a-worker.ts'
import { HERE, type Walked } from './use-case-world.ts'

const place = (permission: Walked['permission']) => ({ permission, about: 'place' }) as const

export const OF_THE_COMPLAINTS: Readonly<Record<string, Walked>> = {
  'complaints/act-on-complaint.ts actOnComplaint': {
    ...place('complaint.act'),
    // The outlet's report is its managers' alone.
    except: ['agent', 'hq_quality'],
    call: ({ staff, ...asking }) =>
      actOnComplaint(asking, {
        ...{ code: COMPLAINT, expectedVersion: 4, happenedAt: null, key: null, staff },
        action: {
          ...{ type: 'report', customerContacted: true, technician: null },
          ...{ cause: 'other', remedy: 'apology' },
        },
        words: { statement: 'It was late.', happened: 'No part.' },
        actor: namedOnly(staff),
      }),
  },
  'complaints/see-complaint.ts complaintSeenBy': {
    ...place('complaint.see'),
    call: async (asking) => {
      const complaint = await complaintNow(asking, COMPLAINT)
      return complaint && (await complaintSeenBy(asking, complaint, 'complaint.see'))
    },
  },
  'complaints/show-complaint.ts showComplaint': {
    ...place('complaint.see'),
    call: (asking) => showComplaint(asking, COMPLAINT),
  },
  'complaints/list-complaints.ts listComplaints': {
    ...place('complaint.see'),
    call: async (asking) => (await listComplaints(asking)).listed.length > 0,
  },
  'complaints/enter-complaint.ts enterComplaint': {
    ...place('complaint.register'),
    call: (asking) =>
      enterComplaint(asking, {
        ...{ channel: 'letter', formal: true, cause: null, urgent: null, receivedAt: NOW },
        ...{ outletCode: HERE, repairCode: null, locale: 'en', contact: null, key: null },
        words: { said: 'Too slow.' },
      }),
  },
  'complaints/confirm-registered.ts confirmRegistered': {
    ...place('complaint.register'),
    call: (asking) => confirmRegistered(asking, COMPLAINT),
  },
  'complaints/export-complaints.ts exportComplaints': {
    ...{ permission: 'complaint.export', about: 'network' },
    call: (asking) => exportComplaints(asking, { from: 0, until: 1 }),
  },
}
