import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { Permission } from '../../shared/domain/office/permission.ts';
import type { MessageKey, MessageValues } from '../../shared/text/messages.ts';

type Home = ChannelOutput<'office.home'>;

/** One place on the spine, in the order in which they stand there; Alt+1 opens the first. */
export interface RoomPlace {
  room: 'office' | 'collection' | 'provision' | 'retention' | 'destruction' | 'register';
  path: '/' | '/collection' | '/provision' | '/retention' | '/destruction' | '/register';
  /** Numeral of a stage of the procedure; null for what lies between, before or beside the stages. */
  stage: 'I' | 'II' | 'III' | null;
  /** Any one of these lets a person in; none: everybody who is signed in. */
  permissions: readonly Permission[];
  /** The line under the name: what is there, and whether it presses. */
  remark(home: Home): { key: MessageKey; params: MessageValues; presses: boolean };
}

export const roomPlaces: readonly RoomPlace[] = [
  {
    room: 'office',
    path: '/',
    stage: null,
    permissions: [],
    remark: () => ({ key: 'office.spine.office', params: {}, presses: false }),
  },
  {
    room: 'collection',
    path: '/collection',
    stage: 'I',
    permissions: ['collection.read_forms', 'collection.read_people'],
    remark: (home) => ({
      key: 'office.spine.collection',
      params: { people: home.people, forms: home.forms },
      presses: false,
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
      presses: false,
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
      presses: home.dueUnits + home.overdueUnits > 0,
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
      presses: home.ordersProposed + home.ordersApproved + home.ordersInterrupted > 0,
    }),
  },
  {
    room: 'register',
    path: '/register',
    stage: null,
    permissions: ['register.read_certificates', 'register.read_audit_log'],
    remark: (home) => ({
      key: 'office.spine.register',
      params: { certificates: home.certificates },
      presses: false,
    }),
  },
];

export function mayEnter(place: RoomPlace, may: (permission: Permission) => boolean): boolean {
  return place.permissions.length === 0 || place.permissions.some(may);
}
