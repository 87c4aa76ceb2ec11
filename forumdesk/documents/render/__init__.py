"""Documents to PDF: faces, line breaking, layout and drawing. The only place that knows ReportLab."""
