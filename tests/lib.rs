mod report_pdf;
mod report_sample;
