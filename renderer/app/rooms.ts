import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { Permission } from '../../shared/domain/office/permission.ts';
import type { MessageKey, MessageValues } from '../../shared/text/messages.ts';

type Home = ChannelOutput<'office.home'>;

/** One place on the spine, in the order in which they stand there; Alt+1 opens the first. */
export interface RoomPlace {
  room: 'office' | 'collection' | 'provision' | 'retention' | 'paper' | 'destruction' | 'register';
  path: '/' | '/collection' | '/provision' | '/retention' | '/paper' | '/destruction' | '/register';
  /** Numeral of a stage of the procedure; null for what lies between, before or beside the stages. */
  stage: 'I' | 'II' | 'III' | null;
  /** Any one of these lets a person in; none: everybody who is signed in. */
  permissions: readonly Permission[];
  /** The line under the name: what is there, and whether somebody is to act, or something is due. */
  remark(home: Home): { key: MessageKey; params: MessageValues; urgency: 'due' | 'waits' | 'none' };
}

export const roomPlaces: readonly RoomPlace[] = [
  {
    room: 'office',
    path: '/',
    stage: null,
    permissions: [],
    remark: () => ({ key: 'office.spine.office', params: {}, urgency: 'none' }),
  },
  {
    room: 'collection',
    path: '/collection',
    stage: 'I',
    permissions: ['collection.read_forms', 'collection.read_people'],
    remark: (home) => ({
      key:
        home.requestsOverdue > 0
          ? 'office.spine.collection_late'
          : home.requestsDue > 0
            ? 'office.spine.collection_requests'
            : 'office.spine.collection',
      params: {
        people: home.people,
        forms: home.forms,
        due: home.requestsDue,
        late: home.requestsOverdue,
      },
      urgency: home.requestsOverdue > 0 ? 'due' : home.requestsDue > 0 ? 'waits' : 'none',
    }),
  },
  {
    room: 'provision',
    path: '/provision',
    stage: 'II',
    permissions: ['provision.read'],
    remark: (home) => ({
      key: 'office.spine.provision',
      params: { uses: home.usesToday, vendors: home.vendors },
      urgency: 'none',
    }),
  },
  {
    room: 'retention',
    path: '/retention',
    stage: null,
    permissions: ['retention.read'],
    remark: (home) => ({
      key: home.overdueUnits > 0 ? 'office.spine.retention_late' : 'office.spine.retention',
      params: { due: home.dueUnits, late: home.overdueUnits, held: home.heldUnits },
      urgency: home.dueUnits + home.overdueUnits > 0 ? 'due' : 'none',
    }),
  },
  {
    room: 'paper',
    path: '/paper',
    stage: null,
    permissions: ['paper.read'],
    remark: ({ paper }) => ({
      key:
        paper.missing > 0
          ? 'office.spine.paper_missing'
          : paper.overdueBack > 0
            ? 'office.spine.paper_out'
            : 'office.spine.paper',
      params: { boxes: paper.boxes, missing: paper.missing, late: paper.overdueBack },
      urgency: paper.missing > 0 ? 'due' : paper.overdueBack > 0 ? 'waits' : 'none',
    }),
  },
  {
    room: 'destruction',
    path: '/destruction',
    stage: 'III',
    permissions: ['destruction.read'],
    remark: (home) => ({
      key: home.ordersInterrupted > 0 ? 'office.spine.destruction_interrupted' : 'office.spine.destruction',
      params: {
        proposed: home.ordersProposed,
        approved: home.ordersApproved,
        interrupted: home.ordersInterrupted,
      },
      urgency:
        home.ordersInterrupted > 0 ? 'due' : home.ordersProposed + home.ordersApproved > 0 ? 'waits' : 'none',
    }),
  },
  {
    room: 'register',
    path: '/register',
    stage: null,
    // Whoever provides has reports of it.
    permissions: ['register.read_certificates', 'register.read_audit_log', 'provision.read'],
    remark: (home) => ({
      key: 'office.spine.register',
      params: { certificates: home.certificates },
      urgency: 'none',
    }),
  },
];

export function mayEnter(place: RoomPlace, may: (permission: Permission) => boolean): boolean {
  return place.permissions.length === 0 || place.permissions.some(may);
}
