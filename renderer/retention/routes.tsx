import { createRoute, useNavigate } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { CalendarScreen } from './calendar.tsx';
import { HoldsScreen } from './holds.tsx';
import { ReviewScreen } from './review.tsx';
import { RulesScreen } from './rules.tsx';
import { SettingsScreen } from './settings.tsx';
import { isUnitsShown, type UnitsShown } from './units-shown.ts';

const reviewRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention',
  validateSearch: (search: Record<string, unknown>): { show?: UnitsShown; hold?: string } => ({
    ...(isUnitsShown(search.show) ? { show: search.show } : {}),
    ...(typeof search.hold === 'string' ? { hold: search.hold } : {}),
  }),
  component: ReviewRoute,
});

function ReviewRoute() {
  const { show = 'due', hold } = reviewRoute.useSearch();
  const navigate = useNavigate();
  return (
    <Permitted permission="retention.read">
      <ReviewScreen
        show={show}
        holdId={show === 'held' ? (hold ?? null) : null}
        onShow={(next) => void navigate({ to: '/retention', search: { show: next }, replace: true })}
      />
    </Permitted>
  );
}

const calendarRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention/calendar',
  component: () => (
    <Permitted permission="retention.read">
      <CalendarScreen />
    </Permitted>
  ),
});

const holdsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention/holds',
  component: () => (
    <Permitted permission="retention.read">
      <HoldsScreen />
    </Permitted>
  ),
});

const rulesRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention/rules',
  component: () => (
    <Permitted permission="retention.read">
      <RulesScreen />
    </Permitted>
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/retention/settings',
  component: () => (
    <Permitted permission="retention.read">
      <SettingsScreen />
    </Permitted>
  ),
});

/** Every route of the room; app/router.ts hangs them into the tree. */
export const retentionRoutes = [reviewRoute, calendarRoute, holdsRoute, rulesRoute, settingsRoute] as const;
