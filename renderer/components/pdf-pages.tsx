import type { PDFDocumentProxy, PDFPageProxy, TextLayer } from 'pdfjs-dist';
import { type RefObject, useEffect, useLayoutEffect, useRef, useState } from 'react';
import './pdf-pages.css';

/** PDF points are 1/72 inch, CSS pixels 1/96. */
const pixelsOfPoint = 96 / 72;

/**
 * The pages of a PDF one below the other, in a frame that scrolls. Each page is a picture with the text of the page laid over
 * it, so that it can be selected, searched and read aloud.
 *
 * @param zoom 1 shows a page at its printed size; `width` fits it into the frame
 */
export function PdfPages({
  document,
  zoom,
  label,
  pageLabel,
  onWidthZoom,
}: {
  document: PDFDocumentProxy;
  zoom: number | 'width';
  label: string;
  pageLabel(page: number): string;
  /** Hears at which zoom a page fits the frame, to go on from there. */
  onWidthZoom?(zoom: number): void;
}) {
  const frame = useRef<HTMLElement>(null);
  const pages = usePages(document);
  const width = useInnerWidth(frame);
  const points = pages?.[0]?.getViewport({ scale: 1 }).width;
  const widthZoom = points === undefined || width === 0 ? null : width / (points * pixelsOfPoint);
  const shownZoom = zoom === 'width' ? widthZoom : zoom;
  useEffect(() => {
    if (widthZoom !== null) onWidthZoom?.(widthZoom);
  }, [widthZoom, onWidthZoom]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={frame} className="pdf-frame" aria-label={label} tabIndex={0}>
      {pages && shownZoom
        ? pages.map((page) => (
            <PdfPage key={page.pageNumber} page={page} zoom={shownZoom} label={pageLabel(page.pageNumber)} />
          ))
        : null}
    </section>
  );
}

function usePages(document: PDFDocumentProxy): PDFPageProxy[] | null {
  const [pages, setPages] = useState<PDFPageProxy[] | null>(null);
  useEffect(() => {
    let isLeft = false;
    const numbers = Array.from({ length: document.numPages }, (_, index) => index + 1);
    Promise.all(numbers.map((number) => document.getPage(number))).then(
      (read) => {
        if (!isLeft) setPages(read);
      },
      // The document was closed while its pages were read: another one is shown.
      () => undefined,
    );
    return () => {
      isLeft = true;
      setPages(null);
    };
  }, [document]);
  return pages;
}

/** The width a page has in the frame; the frame always keeps room for its scroll bar. */
function useInnerWidth(frame: RefObject<HTMLElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const measure = () => {
      const style = getComputedStyle(element);
      setWidth(
        Math.floor(
          element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight),
        ),
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [frame]);
  return width;
}

function PdfPage({ page, zoom, label }: { page: PDFPageProxy; zoom: number; label: string }) {
  const sheet = useRef<HTMLElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const text = useRef<HTMLDivElement>(null);
  const isNear = useIsNear(sheet);
  const scale = zoom * pixelsOfPoint;
  const { width, height } = page.getViewport({ scale });

  // What the text layer reckons its distances by; React's types know no custom properties.
  useLayoutEffect(() => {
    sheet.current?.style.setProperty('--total-scale-factor', String(scale));
  }, [scale]);

  useEffect(() => {
    const picture = canvas.current;
    if (!isNear || !picture) return undefined;
    const ratio = window.devicePixelRatio;
    const viewport = page.getViewport({ scale: scale * ratio });
    // Drawn aside and then shown at once: the page does not turn white between two zooms.
    const drawn = window.document.createElement('canvas');
    drawn.width = Math.floor(viewport.width);
    drawn.height = Math.floor(viewport.height);
    const task = page.render({ canvas: drawn, viewport });
    task.promise.then(
      () => {
        picture.width = drawn.width;
        picture.height = drawn.height;
        picture.getContext('2d')?.drawImage(drawn, 0, 0);
        picture.dataset.drawn = 'true';
      },
      // Cancelled below, or the document was closed.
      () => undefined,
    );
    return () => task.cancel();
  }, [page, scale, isNear]);

  useEffect(() => {
    const container = text.current;
    if (!isNear || !container) return undefined;
    let isLeft = false;
    let layer: TextLayer | null = null;
    void import('pdfjs-dist').then((pdfjs) => {
      if (isLeft) return;
      layer = new pdfjs.TextLayer({
        textContentSource: page.streamTextContent(),
        container,
        viewport: page.getViewport({ scale }),
      });
      layer.render().catch(() => undefined);
    });
    return () => {
      isLeft = true;
      layer?.cancel();
      container.replaceChildren();
    };
  }, [page, scale, isNear]);

  return (
    <article ref={sheet} className="pdf-page" aria-label={label} style={{ width, height }}>
      <canvas ref={canvas} className="pdf-picture" />
      <div ref={text} className="textLayer" />
    </article>
  );
}

/** True once the element has come near the part of the page that is seen. */
function useIsNear(element: RefObject<HTMLElement | null>): boolean {
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (!element.current) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) setNear(true);
      },
      { rootMargin: '800px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [element]);
  return isNear;
}
