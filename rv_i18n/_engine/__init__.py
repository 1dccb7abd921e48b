"""The engine: looks texts up in gettext catalogues for any list of codes, and knows no farm."""
