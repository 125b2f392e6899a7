export default {"land":"giE_BAgkE_jEAA7oDGHDTORcCOL5BXAzY","labels":[]};
