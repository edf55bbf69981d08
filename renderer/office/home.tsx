import { Link } from '@tanstack/react-router';
import type { ChannelOutput } from '../../shared/contract/contract.ts';
import type { MessageKey } from '../../shared/text/messages.ts';
import { useCall } from '../app/call.ts';
import { mayEnter, roomPlaces } from '../app/rooms.ts';
import { useMay, useOfficeFormat } from '../app/session.ts';
import { useLanguage, useText } from '../app/text.tsx';
import { Answered, ButtonLink, EmptyState, PageHeader, Section } from '../components/index.ts';
import { type Task, tasksOf } from './tasks.ts';
import './home.css';

type Home = ChannelOutput<'office.home'>;

/** The desk in the morning: what waits, the most pressing first; then how much lies in each stage. */
export function HomeScreen() {
  const text = useText();
  const may = useMay();
  const language = useLanguage();
  const home = useCall('office.home', {});
  return (
    <div className="page">
      <PageHeader
        room="office"
        title={text('office.home.title')}
        lead={text('office.home.lead')}
        actions={
          <>
            {may('office.read_copies') ? (
              <ButtonLink to="/backups">{text('office.backups.title')}</ButtonLink>
            ) : null}
            {may('office.read_users') ? (
              <ButtonLink to="/users">{text('office.users.title')}</ButtonLink>
            ) : null}
            <ButtonLink to="/keys">{text('office.holders.open')}</ButtonLink>
          </>
        }
      />
      <Answered query={home}>
        {(counts) => (
          <>
            <TaskList tasks={tasksOf(counts, language)} />
            <Section title={text('office.home.way')}>
              <Way home={counts} />
            </Section>
          </>
        )}
      </Answered>
    </div>
  );
}

function TaskList({ tasks }: { tasks: readonly Task[] }) {
  const text = useText();
  const may = useMay();
  const first = tasks.find(({ place }) => place !== null && may(place.permission));
  if (tasks.length === 0) {
    return <EmptyState title={text('office.home.nothing')}>{text('office.home.nothing_text')}</EmptyState>;
  }
  return (
    <ul className="tasks" aria-label={text('office.home.title')}>
      {tasks.map((task) => (
        <li key={task.name} className="task" data-urgency={task.urgency}>
          <div className="task-words">
            <strong className="task-name">{text(task.name, task.params)}</strong>
            <span className="quiet">{text(task.reason)}</span>
          </div>
          <TaskPlace task={task} isFirst={task === first} />
        </li>
      ))}
    </ul>
  );
}

/** The way to the task, or who else can do it. */
function TaskPlace({ task, isFirst }: { task: Task; isFirst: boolean }) {
  const text = useText();
  const may = useMay();
  if (task.place === null) return null;
  const { path, permission, action, role } = task.place;
  if (may(permission)) {
    return (
      <ButtonLink to={path} kind={isFirst ? 'primary' : 'quiet'}>
        {text(action)}
      </ButtonLink>
    );
  }
  return (
    <span className="task-other quiet small">
      {text('office.task.somebody_else', { role: text(`office.role.${role}`) })}
    </span>
  );
}

const figuresOf: Readonly<
  Record<
    'collection' | 'provision' | 'retention' | 'paper' | 'destruction' | 'register',
    readonly { name: MessageKey; count: (home: Home) => number; presses?: true }[]
  >
> = {
  collection: [
    { name: 'office.count.people', count: (home) => home.people },
    { name: 'office.count.consents', count: (home) => home.consents },
    { name: 'office.count.forms', count: (home) => home.forms },
  ],
  provision: [
    { name: 'office.count.uses', count: (home) => home.usesToday },
    { name: 'office.count.vendors', count: (home) => home.vendors },
  ],
  retention: [
    { name: 'office.count.active', count: (home) => home.activeUnits },
    { name: 'office.count.separated', count: (home) => home.separatedUnits },
    { name: 'office.count.held', count: (home) => home.heldUnits },
    { name: 'office.count.due', count: (home) => home.dueUnits, presses: true },
  ],
  paper: [
    { name: 'office.count.boxes', count: ({ paper }) => paper.boxes },
    { name: 'office.count.away', count: ({ paper }) => paper.away },
    { name: 'office.count.missing', count: ({ paper }) => paper.missing, presses: true },
  ],
  destruction: [
    { name: 'office.count.proposed', count: (home) => home.ordersProposed },
    { name: 'office.count.approved', count: (home) => home.ordersApproved },
    { name: 'office.count.interrupted', count: (home) => home.ordersInterrupted, presses: true },
  ],
  register: [{ name: 'office.count.certificates', count: (home) => home.certificates }],
};

/** The procedure as one ruled page: a column a stage, read from left to right, and the register as its foot. */
function Way({ home }: { home: Home }) {
  const text = useText();
  const format = useOfficeFormat();
  const may = useMay();
  return (
    <div className="way">
      {roomPlaces.map((place) => {
        if (place.room === 'office') return null;
        const name = text(`common.room.${place.room}`);
        return (
          <section key={place.room} className="way-room" data-room={place.room}>
            <h3 className="way-name">
              {place.stage === null ? null : <span className="way-stage">{place.stage}</span>}
              {mayEnter(place, may) ? <Link to={place.path}>{name}</Link> : name}
            </h3>
            <dl className="way-figures">
              {figuresOf[place.room].map((figure) => (
                <div
                  key={figure.name}
                  className="way-figure"
                  data-presses={(figure.presses && figure.count(home) > 0) || undefined}
                >
                  <dt>{text(figure.name)}</dt>
                  <dd>{format.number(figure.count(home))}</dd>
                </div>
              ))}
            </dl>
          </section>
        );
      })}
    </div>
  );
}
