import { createRoute, Navigate } from '@tanstack/react-router';
import { deskRoute } from '../app/desk-route.tsx';
import { Permitted } from '../app/permitted.tsx';
import { useMay } from '../app/session.ts';
import { CaptureScreen } from './capture.tsx';
import { CaptureForPersonScreen } from './capture-for-person.tsx';
import { CatalogueScreen } from './catalogue.tsx';
import { CataloguePurposeScreen } from './catalogue-purpose.tsx';
import { FormScreen } from './form.tsx';
import { FormDraftScreen, NewFormScreen, NextFormVersionScreen } from './form-editor.tsx';
import { FormsScreen } from './forms.tsx';
import { ImportScreen } from './import.tsx';
import { PeopleScreen } from './people.tsx';
import { PersonScreen } from './person.tsx';
import { RenewalsScreen } from './renewals.tsx';
import { RequestScreen } from './request.tsx';
import { RequestsScreen } from './requests.tsx';

/** People for those who may see them, otherwise the forms. */
function CollectionScreen() {
  const may = useMay();
  return <Navigate to={may('collection.read_people') ? '/collection/people' : '/collection/forms'} replace />;
}

const collectionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection',
  component: CollectionScreen,
});

const formsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/forms',
  component: () => (
    <Permitted permission="collection.read_forms">
      <FormsScreen />
    </Permitted>
  ),
});

const newFormRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/forms/new',
  component: () => (
    <Permitted permission="collection.publish_forms">
      <NewFormScreen />
    </Permitted>
  ),
});

const formRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/forms/$formVersionId',
  component: FormPage,
});

function FormPage() {
  const { formVersionId } = formRoute.useParams();
  return (
    <Permitted permission="collection.read_forms">
      <FormScreen key={formVersionId} formVersionId={formVersionId} />
    </Permitted>
  );
}

const nextFormVersionRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/forms/$formVersionId/next',
  component: NextFormVersionPage,
});

function NextFormVersionPage() {
  const { formVersionId } = nextFormVersionRoute.useParams();
  return (
    <Permitted permission="collection.publish_forms">
      <NextFormVersionScreen key={formVersionId} formVersionId={formVersionId} />
    </Permitted>
  );
}

const formDraftRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/forms/drafts/$draftId',
  component: FormDraftPage,
});

function FormDraftPage() {
  const { draftId } = formDraftRoute.useParams();
  return (
    <Permitted permission="collection.publish_forms">
      <FormDraftScreen key={draftId} draftId={draftId} />
    </Permitted>
  );
}

const catalogueRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/catalogue',
  component: () => (
    <Permitted permission="collection.read_forms">
      <CatalogueScreen />
    </Permitted>
  ),
});

const newCataloguePurposeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/catalogue/purposes/new',
  component: () => (
    <Permitted permission="collection.publish_forms">
      <CataloguePurposeScreen purposeId={null} />
    </Permitted>
  ),
});

const cataloguePurposeRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/catalogue/purposes/$purposeId',
  component: CataloguePurposePage,
});

function CataloguePurposePage() {
  const { purposeId } = cataloguePurposeRoute.useParams();
  return (
    <Permitted permission="collection.publish_forms">
      <CataloguePurposeScreen key={purposeId} purposeId={purposeId} />
    </Permitted>
  );
}

const renewalsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/renewals',
  validateSearch: (search: Record<string, unknown>): { form?: string } =>
    typeof search.form === 'string' ? { form: search.form } : {},
  component: RenewalsPage,
});

function RenewalsPage() {
  const { form } = renewalsRoute.useSearch();
  return (
    <Permitted permission="collection.read_people">
      <RenewalsScreen key={form ?? ''} formId={form ?? null} />
    </Permitted>
  );
}

interface CaptureSearch {
  /** Form version to capture on. */
  form?: string;
  /** Opaque id of the person who consents, where known. */
  person?: string;
}

const captureRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/capture',
  validateSearch: (search: Record<string, unknown>): CaptureSearch => ({
    ...(typeof search.form === 'string' ? { form: search.form } : {}),
    ...(typeof search.person === 'string' ? { person: search.person } : {}),
  }),
  component: CapturePage,
});

function CapturePage() {
  const { form, person } = captureRoute.useSearch();
  return (
    <Permitted permission="collection.capture">
      {person === undefined ? (
        <CaptureScreen key={form ?? ''} formVersionId={form} />
      ) : (
        <CaptureForPersonScreen key={person} personId={person} formVersionId={form} />
      )}
    </Permitted>
  );
}

const importRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/import',
  component: () => (
    <Permitted permission="collection.import">
      <ImportScreen />
    </Permitted>
  ),
});

const peopleRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/people',
  component: () => (
    <Permitted permission="collection.read_people">
      <PeopleScreen />
    </Permitted>
  ),
});

const personRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/people/$personId',
  component: PersonPage,
});

function PersonPage() {
  const { personId } = personRoute.useParams();
  return (
    <Permitted permission="collection.read_people">
      <PersonScreen key={personId} personId={personId} />
    </Permitted>
  );
}

const requestsRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/requests',
  component: () => (
    <Permitted permission="collection.read_requests">
      <RequestsScreen />
    </Permitted>
  ),
});

const requestRoute = createRoute({
  getParentRoute: () => deskRoute,
  path: '/collection/requests/$requestId',
  component: RequestPage,
});

function RequestPage() {
  const { requestId } = requestRoute.useParams();
  return (
    <Permitted permission="collection.handle_requests">
      <RequestScreen key={requestId} requestId={requestId} />
    </Permitted>
  );
}

/** Every route of the room; app/router.ts hangs them into the tree. */
export const collectionRoutes = [
  collectionRoute,
  formsRoute,
  newFormRoute,
  formRoute,
  nextFormVersionRoute,
  formDraftRoute,
  catalogueRoute,
  newCataloguePurposeRoute,
  cataloguePurposeRoute,
  renewalsRoute,
  captureRoute,
  importRoute,
  peopleRoute,
  personRoute,
  requestsRoute,
  requestRoute,
] as const;
