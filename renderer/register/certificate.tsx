import { useCall } from '../app/call.ts';
import { useText } from '../app/text.tsx';
import { Answered, ButtonLink, DocumentView, PageHeader } from '../components/index.ts';
import { CertificateFacts } from './certificate-facts.tsx';
import './certificate.css';

/** One certificate: what it says at a glance, the document as it is printed, and the ways out of the window. */
export function CertificateScreen({ number }: { number: string }) {
  const text = useText();
  const certificate = useCall('register.getCertificate', { number });
  return (
    <div className="page">
      <PageHeader
        room="register"
        title={text('register.certificate.title', { number })}
        actions={<ButtonLink to="/register/certificates">{text('register.certificate.back')}</ButtonLink>}
      />
      <div className="certificate">
        <DocumentView channel="register.certificate" ask={{ number }} formats={['pdf', 'json']} />
        <aside className="certificate-facts" aria-label={text('register.certificate.facts')}>
          <Answered query={certificate}>{(value) => <CertificateFacts {...value} />}</Answered>
        </aside>
      </div>
    </div>
  );
}
